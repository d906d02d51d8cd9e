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
        foreach (Shape input in inputs.Skip(1))
        {
            if (Broadcast(result, input) is not { } both)
            {
                var (reason, remedy) = Misfit(result, input, site);
                Refuse(inputs, site, reason, remedy);
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

    private static (string Reason, string Remedy) Misfit(Shape one, Shape two, LayerSite site)
    {
        if (one.Rank != two.Rank)
        {
            return ("they have different axes", "Bring both to the same shape.");
        }

        string last = site.Sources[site.Sources.Count - 1];
        if (one.Rank == 3 && one.Channels != two.Channels)
        {
            bool sameMap = one.Spatial == two.Spatial;
            int stride = one.Spatial[0] == 0 ? 1 : Math.Max(1, (int)Math.Round(two.Spatial[0] / (double)one.Spatial[0]));
            string strides = sameMap ? "" : $", Strides = {Words.Text(stride)}, Padding = Pad.Same";
            return (
                $"their channels are {Words.Text(one.Channels)} and {Words.Text(two.Channels)}",
                $"Bring {last} to {one.Text} with [Conv2D({Words.Text(one.Channels)}, 1{strides}, From = \"{last}\")].");
        }

        return one.IsVector
            ? ($"they have {Words.Text(one.Channels)} and {Words.Text(two.Channels)} values", "Give both the same number of units.")
            : ($"their maps are {Size(one)} and {Size(two)}", "Give both the same strides and padding.");

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
