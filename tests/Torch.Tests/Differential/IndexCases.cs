using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

/// <summary>Brackets with anything in them: positions, ranges, new dimensions, and tensors of positions, which belong together.</summary>
internal static class IndexCases
{
    public static IReadOnlyList<Family> Families { get; } = [new("Indexing", 120, Indexed)];

    private static Trial Indexed(Any any)
    {
        var shape = any.Shape((int)any.Between(1, 4), 4);
        // What the tensors' shapes stretch to.
        var places = any.Shape((int)any.Between(0, 2), 3);
        var operands = new List<Operand> { any.Tensor("x", shape) };
        var (python, ours) = (new List<string>(), new List<Func<Tensor[], TensorIndex>>());
        var hasEllipsis = false;
        for (var dim = 0; dim < shape.Length;)
        {
            switch (any.OneOf(0, 1, 2, 2, 2, 3, 4))
            {
                case 0:
                    var start = any.Between(0, (int)shape[dim++] - 1);
                    Add($"{start}:", _ => TensorIndex.Slice(start));
                    break;
                case 1:
                    var position = any.Between(-(int)shape[dim], (int)shape[dim++] - 1);
                    Add($"{position}", _ => TensorIndex.Single(position));
                    break;
                case 2:
                    var (name, number) = ($"i{operands.Count}", operands.Count);
                    operands.Add(Positions(any, name, (int)shape[dim++], places));
                    Add(name, tensors => TensorIndex.Tensor(tensors[number]));
                    break;
                case 3:
                    Add("None", _ => TensorIndex.None);
                    break;
                default:
                    var left = shape.Length - dim;
                    var skipped = hasEllipsis ? 0 : (int)any.Between(0, left);
                    if (hasEllipsis) Add(":", _ => TensorIndex.Colon);
                    else Add("...", _ => TensorIndex.Ellipsis);
                    dim += hasEllipsis ? 1 : skipped;
                    hasEllipsis = true;
                    break;
            }
        }

        return new Trial($"x[{string.Join(", ", python)}]", tensors => tensors[0][[.. ours.Select(index => index(tensors))]], [.. operands]);

        void Add(string text, Func<Tensor[], TensorIndex> index)
        {
            python.Add(text);
            ours.Add(index);
        }
    }

    private static Operand Positions(Any any, string name, int size, long[] full)
    {
        var narrowed = any.Flag(0.7) ? full : [.. full.Skip((int)any.Between(0, full.Length)).Select(length => any.Flag(0.3) ? 1 : length)];
        var labels = any.Labels(name, size, narrowed);
        var values = (long[])labels.Value.Data;
        for (var i = 0; i < values.Length; i++) values[i] -= any.Flag(0.2) ? size : 0;
        return labels;
    }
}
