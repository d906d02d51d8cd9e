using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

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
                var (reason, remedy, mends) = Misfit(result, inputs[i], i, site);
                Refuse(inputs, site, reason, remedy, mends);
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

    private static (string Reason, string Remedy, Mend[] Mends) Misfit(Shape one, Shape two, int place, LayerSite site)
    {
        if (one.Rank != two.Rank)
        {
            return ("they have different axes", "Bring both to the same shape.", []);
        }

        if (one.IsVector)
        {
            return ($"they have {Words.Text(one.Channels)} and {Words.Text(two.Channels)} values", "Give both the same number of units.", []);
        }

        string reason = one.Channels == two.Channels
            ? $"their maps are {Size(one)} and {Size(two)}"
            : $"their channels are {Words.Text(one.Channels)} and {Words.Text(two.Channels)}";
        if (Mends.Projection(one, two) is not { } projection)
        {
            return (reason, one.Channels == two.Channels ? "Give both the same strides and padding." : "Bring both to the same shape.", []);
        }

        string source = site.Sources[place];
        return (reason, $"Bring {source} to {one.Text} with [{projection}, From = \"{source}\")].",
            site.CanNameSources ? [Mends.Project(site.Declaration, site.Sources, place, projection)] : []);

        static string Size(Shape shape) => string.Join("×", shape.Spatial.Select(static size => Words.Text(size)));
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
        string sizes = string.Join(", ", padded.TensorSizes.Select(static size => Literals.Long(size)).Prepend("-1L"));
        return $"{code.Inputs[input]}.reshape({sizes})";
    }
}
