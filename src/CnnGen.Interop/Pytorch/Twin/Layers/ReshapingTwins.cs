namespace CnnGen.Interop;

/// <summary>The same values in other shapes, more of them, or fewer.</summary>
internal static class ReshapingTwins
{
    public static IReadOnlyDictionary<string, TwinLayer> All { get; } = new Dictionary<string, TwinLayer>(
        new[] { 1, 2, 3 }.SelectMany(static axes => new KeyValuePair<string, TwinLayer>[]
        {
            new($"ZeroPadding{axes}D", new Edges(axes, "padding", 1)),
            new($"Cropping{axes}D", new Edges(axes, "cropping", -1)),
            new($"UpSampling{axes}D", new ExpressionLayer(UpSampling)),
        }))
    {
        ["Flatten"] = new Flatten(),
        ["Reshape"] = new Reshape(),
        ["Permute"] = new ExpressionLayer(Permute),
        ["RepeatVector"] = new ExpressionLayer(RepeatVector),
    };

    private static string UpSampling(TwinCall call)
    {
        string mode = call.Call.Word("interpolation") == "Bilinear" ? ", mode=\"bilinear\", align_corners=False" : "";
        return $"F.interpolate({call.Value}, scale_factor={PythonText.Sizes(call.Call.Numbers("size")!)}{mode})";
    }

    private static string Permute(TwinCall call)
    {
        IReadOnlyList<double> dims = call.Call.Numbers("dims")!;
        int[] order = [0, .. Enumerable.Range(0, call.Output.Rank).OrderBy(call.Output.TensorAxis).Select(place => call.Input.TensorAxis((int)dims[place] - 1))];
        return $"{call.Value}.permute({PythonText.Arguments(order)})";
    }

    // The copies stand along the first axis as it is written.
    private static string RepeatVector(TwinCall call)
    {
        int axis = call.Output.TensorAxis(0);
        int times = call.Output.Dimensions[0];
        return $"{call.Value}.unsqueeze({axis}).repeat({PythonText.Arguments(axis == 1 ? [1, times, 1] : [1, 1, times])})";
    }

    private sealed class Edges(int axes, string setting, int sign) : TwinLayer
    {
        public override void Forward(TwinCall call)
        {
            double[] edges = [.. call.Numbers(setting, 0, 2 * axes).Select(pixels => sign * pixels)];
            if (Array.Exists(edges, static pixels => pixels != 0))
            {
                call.Pad(edges);
            }
        }
    }

    private sealed class Flatten : TwinLayer
    {
        public override void Forward(TwinCall call)
        {
            if (call.Call.Word("order") == "Written")
            {
                call.Permute(call.Input.ToWritten);
            }

            call.Value += ".flatten(1)";
        }
    }

    private sealed class Reshape : TwinLayer
    {
        public override bool DependsOnSizes(LayerCall call) => true;

        // The order of the values is that of the axes as they are written.
        public override void Forward(TwinCall call)
        {
            if (!call.Input.IsAsWritten)
            {
                call.Permute(call.Input.ToWritten);
            }

            call.Value += $".reshape({PythonText.Arguments([-1, .. call.Output.Dimensions])})";
            if (!call.Output.IsAsWritten)
            {
                call.Permute(call.Output.ToTensor);
            }
        }
    }
}
