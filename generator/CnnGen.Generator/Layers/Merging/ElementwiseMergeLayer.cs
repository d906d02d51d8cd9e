using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Merging;

/// <summary>
/// A merge value by value. Shapes are broadcast from the right, as in NumPy: an axis of 1 stretches, missing axes count as 1.
/// </summary>
internal abstract record ElementwiseMergeLayer : MergeLayer
{
    public override Shape? Output(IReadOnlyList<Shape> inputs, LayerSite site)
    {
        Shape result = inputs[0];
        for (int i = 1; i < inputs.Count; i++)
        {
            if (Broadcast(result, inputs[i]) is not { } both)
            {
                Refuse(inputs, site, Misfit(result, inputs[i]), Remedy(result, inputs[i], inputs, site));
                return null;
            }

            result = both;
        }

        return result;
    }

    public override void Forward(ForwardCode code)
    {
        string[] inputs = Enumerable.Range(0, code.Inputs.Count).Select(i => Aligned(code, i)).ToArray();
        for (int i = 1; i < inputs.Length; i++)
        {
            code.Next($"merged_{Literals.Integer(i)}", Merge(i == 1 ? inputs[0] : code.Value, inputs[i]));
        }

        Finish(code, inputs.Length);
    }

    /// <summary>
    /// What it does to shapes of which one is repeated to fit the other; <see langword="null"/> where that is how the layer is used.
    /// </summary>
    public virtual string? Told(IReadOnlyList<Shape> inputs) => null;

    /// <summary>The merge of two tensors.</summary>
    protected abstract string Merge(string left, string right);

    /// <summary>What is left to do with the merge of all.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="count">The number of inputs.</param>
    protected virtual void Finish(ForwardCode code, int count)
    {
        if (count == 1)
        {
            code.Next("", $"{code.Value}.alias()");
        }
    }

    protected static string All(IReadOnlyList<Shape> inputs) => Words.AllOf(inputs.Select(static input => input.Text));

    private static Shape? Broadcast(Shape one, Shape two)
    {
        int rank = Math.Max(one.Rank, two.Rank);
        var sizes = new int[rank];
        for (int i = 1; i <= rank; i++)
        {
            int left = i > one.Rank ? 1 : one.Dimensions[one.Rank - i];
            int right = i > two.Rank ? 1 : two.Dimensions[two.Rank - i];
            if (left != right && left != 1 && right != 1)
            {
                return null;
            }

            sizes[rank - i] = left == 1 ? right : left;
        }

        return one.Reshaped(sizes);
    }

    private static string Misfit(Shape one, Shape two)
    {
        if (one.Rank != two.Rank)
        {
            return "they have different axes";
        }

        return one.IsVector ? $"they have {Words.Text(one.Channels)} and {Words.Text(two.Channels)} values"
            : one.Channels == two.Channels ? $"their maps are {Size(one)} and {Size(two)}"
            : $"their channels are {Words.Text(one.Channels)} and {Words.Text(two.Channels)}";

        static string Size(Shape shape) => string.Join("×", shape.Spatial.Select(static size => Words.Text(size)));
    }

    private static Remedy Remedy(Shape one, Shape two, IReadOnlyList<Shape> inputs, LayerSite site)
    {
        if (one.Rank != two.Rank)
        {
            return new Remedy("Bring both to the same shape");
        }

        if (one.IsVector)
        {
            return new Remedy("Give both the same number of units");
        }

        return (one.Spatial == two.Spatial ? null : MergeRemedies.SameMaps(site))
            ?? MergeRemedies.Projection(inputs, site)
            ?? new Remedy(one.Channels == two.Channels ? "Give both the same strides and padding" : "Bring both to the same shape");
    }

    // PyTorch fills up missing axes behind the batch, but C beside H × W × C is N × C × 1 × 1.
    private static string Aligned(ForwardCode code, int input)
    {
        Shape shape = code.Node.InputShapes[input];
        Shape output = code.Node.Output;
        if (shape.Rank == output.Rank)
        {
            return code.Inputs[input];
        }

        Shape padded = output.Reshaped(Enumerable.Repeat(1, output.Rank - shape.Rank).Concat(shape.Dimensions));
        string sizes = string.Join(", ", padded.TensorSizes.Select(static size => Literals.Long(size)).Prepend("-1"));
        return $"{code.Inputs[input]}.reshape({sizes})";
    }
}
