namespace CnnGen.Interop;

/// <summary>Layers that read several values.</summary>
internal static class MergingTwins
{
    public static IReadOnlyDictionary<string, TwinLayer> All { get; } = new Dictionary<string, TwinLayer>
    {
        ["Add"] = new ExpressionLayer(static call => string.Join(" + ", Aligned(call))),
        ["Subtract"] = new ExpressionLayer(static call => string.Join(" - ", Aligned(call))),
        ["Multiply"] = new ExpressionLayer(static call => string.Join(" * ", Aligned(call))),
        ["Average"] = new ExpressionLayer(static call => $"({string.Join(" + ", Aligned(call))}) / {PythonText.Integer(call.Inputs.Count)}"),
        ["Maximum"] = new ExpressionLayer(static call => Aligned(call).Aggregate(static (left, right) => $"torch.maximum({left}, {right})")),
        ["Minimum"] = new ExpressionLayer(static call => Aligned(call).Aggregate(static (left, right) => $"torch.minimum({left}, {right})")),
        ["Concatenate"] = new ExpressionLayer(static call =>
            $"torch.cat({PythonText.Tuple(call.Inputs)}, dim={PythonText.Integer(call.Output.TensorAxis(call.Call.Places("axis", call.Output.Rank - 1)[0]))})"),
        ["Dot"] = new Dot(),
    };

    // PyTorch fills up missing axes behind the batch, but C beside H × W × C is N × C × 1 × 1.
    private static IEnumerable<string> Aligned(TwinCall call) => call.Inputs.Select((input, i) =>
    {
        TwinShape shape = call.Shapes[i];
        if (shape.Rank == call.Output.Rank)
        {
            return input;
        }

        TwinShape padded = call.Output.With(Enumerable.Repeat(1, call.Output.Rank - shape.Rank).Concat(shape.Dimensions));
        return $"{input}.reshape({PythonText.Arguments([-1, .. padded.TensorSizes])})";
    });

    /// <summary>Sums of products along one axis of each; the first one's other axes stand before the second one's.</summary>
    private sealed class Dot : TwinLayer
    {
        public override bool DependsOnSizes(LayerCall call) => true;

        public override void Forward(TwinCall call)
        {
            IReadOnlyList<double> axes = call.Call.Numbers("axis")!;
            string left = Matrix(call, 0, (int)axes[0], isLast: true);
            string right = Matrix(call, 1, (int)axes[1], isLast: false);
            call.Value = $"torch.matmul({left}, {right}).reshape({PythonText.Arguments([-1, .. call.Output.Dimensions])})";
            if (!call.Output.IsAsWritten)
            {
                call.Permute(call.Output.ToTensor);
            }
        }

        private static string Matrix(TwinCall call, int input, int axis, bool isLast)
        {
            TwinShape shape = call.Shapes[input];
            int place = axis > 0 ? axis - 1 : shape.Rank + axis;
            int[] others = [.. Enumerable.Range(0, shape.Rank).Where(other => other != place)];
            int size = shape.Dimensions[place];
            int rest = others.Aggregate(1, (product, other) => product * shape.Dimensions[other]);
            int[] order = [0, .. (isLast ? others.Append(place) : others.Prepend(place)).Select(shape.TensorAxis)];
            string variable = isLast ? "left" : "right";
            call.Value = call.Inputs[input];
            call.Permute(order);
            call.Value += $".reshape({PythonText.Arguments(isLast ? [-1, rest, size] : [-1, size, rest])})";
            call.KeepAs(variable);
            if (call.Call.Numbers("normalize") is not null)
            {
                call.Value = $"{variable} / {variable}.square().sum(dim={(isLast ? 2 : 1)}, keepdim=True).clamp(min=1e-12).sqrt()";
                call.KeepAs(variable);
            }

            return variable;
        }
    }
}
