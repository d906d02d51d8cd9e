namespace CnnGen.Interop;

/// <summary>Normalizations.</summary>
internal static class NormalizationTwins
{
    /// <summary>The class in the file that keeps what a normalization by the numbers of the data has found.</summary>
    public const string Statistics = "Statistics";

    public static IReadOnlyDictionary<string, TwinLayer> All { get; } = new Dictionary<string, TwinLayer>
    {
        ["BatchNormalization"] = new BatchNormalization(),
        ["LayerNormalization"] = new LayerNormalization(),
        ["GroupNormalization"] = new GroupNormalization(),
        ["UnitNormalization"] = new UnitNormalization(),
        ["LocalResponseNormalization"] = new LocalResponseNormalization(),
        ["LayerScale"] = new LayerScale(),
        ["Normalization"] = new Normalization(),
    };

    private static bool Centers(LayerCall call) => call.Flag("center", true);

    private static bool Scales(LayerCall call) => call.Flag("scale", true);

    private static string Epsilon(LayerCall call) => PythonText.Real(call.Numbers("epsilon")![0]);

    // PyTorch's modules have a factor and a shift, or neither; the one that Keras leaves out stays as it is.
    private static IReadOnlyList<string> Freeze(LayerCall call) => (Centers(call), Scales(call)) switch
    {
        (false, true) => [$"{TwinModule.Self}.bias.requires_grad_(False)"],
        (true, false) => [$"{TwinModule.Self}.weight.requires_grad_(False)"],
        _ => [],
    };

    private static int[] Inverse(IReadOnlyList<int> order) => [.. Enumerable.Range(0, order.Count).OrderBy(axis => order[axis])];

    // One axis to the place behind the batch.
    private static int[] ToFront(TwinShape shape, int place)
    {
        int axis = shape.TensorAxis(place);
        return [0, .. Enumerable.Range(1, shape.Rank).OrderBy(other => other != axis)];
    }

    private sealed class BatchNormalization : TwinLayer
    {
        // PyTorch's modules know signals, images and volumes.
        private const int LargestRank = 4;

        public override bool DependsOnSizes(LayerCall call) => call.Layer.OutputShape.Count > LargestRank;

        public override IEnumerable<TwinModule> Modules(LayerCall call, TwinShape input, TwinShape output)
        {
            int axes = input.Rank is 3 or LargestRank ? input.Rank - 1 : 1;
            string features = PythonText.Integer(input.Dimensions[Place(call, input)]);
            string affine = Centers(call) || Scales(call) ? "" : ", affine=False";
            yield return new TwinModule(call.Module, $"nn.BatchNorm{axes}d({features}, eps={Epsilon(call)}, momentum={NewShare(call)}{affine})", Freeze(call));
        }

        public override void Forward(TwinCall call)
        {
            int[] order = ToFront(call.Input, Place(call.Call, call.Input));
            IReadOnlyList<int> sizes = call.Input.TensorSizes;
            call.Permute(order);
            if (call.Input.Rank > LargestRank)
            {
                call.Value += ".flatten(2)";
            }

            string module = call.Module;
            call.Value = call.Call.Layer.Trainable ? $"{module}({call.Value})"
                // Frozen: by its averages in training too.
                : $"F.batch_norm({call.Value}, {module}.running_mean, {module}.running_var, {module}.weight, {module}.bias, eps={Epsilon(call.Call)})";
            if (call.Input.Rank > LargestRank)
            {
                call.Value += $".reshape({PythonText.Arguments([-1, .. order.Skip(1).Select(axis => sizes[axis - 1])])})";
            }

            call.Permute(Inverse(order));
        }

        private static int Place(LayerCall call, TwinShape input) => call.Places("axis", input.ChannelPlace)[0];

        // Keras's momentum weighs the old average, PyTorch's the new value.
        private static string NewShare(LayerCall call) => PythonText.Real((double)(1 - (decimal)call.Argument("momentum", 0.99)));
    }

    private sealed class LayerNormalization : TwinLayer
    {
        public override IEnumerable<TwinModule> Modules(LayerCall call, TwinShape input, TwinShape output)
        {
            IReadOnlyList<int> sizes = input.TensorSizes;
            int[] normalized = [.. Axes(call, input).Select(axis => sizes[axis - 1])];
            string shape = normalized.Length == 1 ? PythonText.Integer(normalized[0]) : PythonText.Tuple(normalized);
            string affine = Centers(call) || Scales(call) ? "" : ", elementwise_affine=False";
            yield return new TwinModule(
                call.Module, $"nn.LayerNorm({shape}, eps={Epsilon(call)}{affine})",
                Scales(call) && !Centers(call) ? [$"{TwinModule.Self}.register_parameter(\"bias\", None)"] : Freeze(call));
        }

        // PyTorch normalizes the last axes.
        public override void Forward(TwinCall call)
        {
            int[] axes = Axes(call.Call, call.Input);
            int[] order = [0, .. Enumerable.Range(1, call.Input.Rank).Except(axes), .. axes];
            call.Permute(order);
            call.Value = $"{call.Module}({call.Value})";
            call.Permute(Inverse(order));
        }

        private static int[] Axes(LayerCall call, TwinShape input) => [.. call.Places("axis", input.Rank - 1).Select(input.TensorAxis).Order()];
    }

    private sealed class GroupNormalization : TwinLayer
    {
        public override IEnumerable<TwinModule> Modules(LayerCall call, TwinShape input, TwinShape output)
        {
            string groups = PythonText.Integer(call.Numbers("groups")![0]);
            string channels = PythonText.Integer(input.Dimensions[Place(call, input)]);
            string affine = Centers(call) || Scales(call) ? "" : ", affine=False";
            yield return new TwinModule(call.Module, $"nn.GroupNorm({groups}, {channels}, eps={Epsilon(call)}{affine})", Freeze(call));
        }

        public override void Forward(TwinCall call)
        {
            int[] order = ToFront(call.Input, Place(call.Call, call.Input));
            call.Permute(order);
            call.Value = $"{call.Module}({call.Value})";
            call.Permute(Inverse(order));
        }

        private static int Place(LayerCall call, TwinShape input) => call.Places("axis", input.ChannelPlace)[0];
    }

    private sealed class UnitNormalization : TwinLayer
    {
        // What has no length stays as it is.
        public override void Forward(TwinCall call)
        {
            IEnumerable<int> axes = call.Call.Places("axis", call.Input.Rank - 1).Select(call.Input.TensorAxis).Order();
            string input = call.Inputs[0];
            call.Value = $"{input} / {input}.square().sum(dim={PythonText.Tuple(axes)}, keepdim=True).clamp(min=1e-24).sqrt()";
        }
    }

    private sealed class LocalResponseNormalization : TwinLayer
    {
        public override void Forward(TwinCall call)
        {
            string arguments = string.Join(", ", PythonText.Integer(call.Call.Numbers("size")![0]), Number("alpha"), Number("beta"), Number("k"));

            // PyTorch's function wants places beside the channels.
            call.Value = call.Input.IsVector
                ? $"F.local_response_norm({call.Value}.unsqueeze(2), {arguments}).squeeze(2)"
                : $"F.local_response_norm({call.Value}, {arguments})";

            string Number(string name) => $"{name}={PythonText.Real(call.Call.Numbers(name)![0])}";
        }
    }

    private sealed class LayerScale : TwinLayer
    {
        public override IEnumerable<TwinModule> Modules(LayerCall call, TwinShape input, TwinShape output)
        {
            string start = PythonText.Real(call.Argument("initialValue", 1e-6));
            yield return new TwinModule(
                call.Module, $"nn.ParameterDict({{\"gamma\": nn.Parameter(torch.full(({PythonText.Integer(input.Channels)},), {start}))}})", []);
        }

        public override void Forward(TwinCall call)
        {
            string ones = string.Concat(Enumerable.Repeat(", 1", call.Input.Rank - 1));
            call.Value = $"{call.Value} * {call.Module}[\"gamma\"]{(call.Input.IsVector ? "" : $".reshape(-1{ones})")}";
        }
    }

    private sealed class Normalization : TwinLayer
    {
        // Keras's: what does not vary is not divided by nothing.
        private const double SmallestDeviation = 1e-7;

        public override IEnumerable<TwinModule> Modules(LayerCall call, TwinShape input, TwinShape output) => call.Numbers("mean") is not null ? []
            : [new TwinModule(call.Module, $"{Statistics}({PythonText.Arguments(Places(call, input).Select(place => input.Dimensions[place]))})", [])];

        public override void Forward(TwinCall call)
        {
            bool isGiven = call.Call.Numbers("mean") is not null;
            string mean = isGiven ? Given(call, "mean", static value => value) : Kept(call, "mean");
            string deviation = isGiven
                ? Given(call, "variance", static value => Math.Max(Math.Sqrt(value), SmallestDeviation))
                : $"{Kept(call, "variance")}.sqrt().clamp(min=1e-7)";
            call.Value = call.Call.Numbers("invert") is null ? $"({call.Value} - {mean}) / {deviation}" : $"{call.Value} * {deviation} + {mean}";
        }

        private static int[] Places(LayerCall call, TwinShape input) => [.. call.Places("axis", input.ChannelPlace).Order()];

        private static string Given(TwinCall call, string name, Func<double, double> of)
        {
            double[] numbers = [.. call.Call.Numbers(name)!.Select(of)];
            return numbers.Length == 1
                ? PythonText.Real(numbers[0])
                : Placed(call, $"{call.Inputs[0]}.new_tensor([{string.Join(", ", numbers.Select(static number => PythonText.Real((float)number)))}])");
        }

        private static string Kept(TwinCall call, string name) => Placed(call, $"{call.Module}.{name}");

        // Numbers stand in the order of the written shape, and are brought to where their axes are in the tensor.
        private static string Placed(TwinCall call, string numbers)
        {
            TwinShape input = call.Input;
            int[] places = Places(call.Call, input);
            int[] written = [1, .. input.Dimensions.Select((size, place) => places.Contains(place) ? size : 1)];
            int[] order = [.. input.ToTensor];
            return places.Length == 1 || input.IsAsWritten
                ? $"{numbers}.reshape({PythonText.Arguments(order.Select(axis => written[axis]))})"
                : $"{numbers}.reshape({PythonText.Arguments(written)}).permute({PythonText.Arguments(order)})";
        }
    }
}
