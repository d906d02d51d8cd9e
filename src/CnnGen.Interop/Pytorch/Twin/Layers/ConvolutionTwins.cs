namespace CnnGen.Interop;

/// <summary>Convolutions of all kinds.</summary>
internal static class ConvolutionTwins
{
    public static IReadOnlyDictionary<string, TwinLayer> All { get; } = new Dictionary<string, TwinLayer>(
        new[] { 1, 2, 3 }.SelectMany(static axes => new KeyValuePair<string, TwinLayer>[]
        {
            new($"Conv{axes}D", new Convolution(axes)),
            new($"Conv{axes}DTranspose", new TransposedConvolution(axes)),
            new($"DepthwiseConv{axes}D", new DepthwiseConvolution(axes)),
            new($"SeparableConv{axes}D", new SeparableConvolution(axes)),
        }));

    private abstract class WindowTwin(int axes) : TwinLayer
    {
        // 'same' pads by the size that comes in where the kernel takes strides.
        public override bool DependsOnSizes(LayerCall call) => call.Numbers("padding") is not null && call.Numbers("strides") is not null;

        protected int Axes => axes;

        protected static long Pixels(LayerCall call) => call.Numbers("kernelSize")!.Aggregate(1L, static (product, size) => product * (long)size);

        protected static int Groups(LayerCall call) => (int)(call.Numbers("groups")?[0] ?? 1);

        protected string Module(LayerCall call, int channels, int filters, int groups, bool bias)
        {
            List<string> arguments = [PythonText.Integer(channels), PythonText.Integer(filters), $"kernel_size={PythonText.Sizes(call.Numbers("kernelSize")!)}"];
            Add(arguments, "stride", call.Numbers("strides"));
            Add(arguments, "padding", IsEven(call) ? Before(call) : null);
            Add(arguments, "dilation", call.Numbers("dilation"));
            Add(arguments, "groups", groups == 1 ? null : [groups]);
            return Creation($"Conv{axes}d", arguments, bias);
        }

        protected static string Creation(string type, List<string> arguments, bool bias) =>
            $"nn.{type}({string.Join(", ", bias ? arguments : [.. arguments, "bias=False"])})";

        protected static void Add(List<string> arguments, string name, IReadOnlyList<double>? values)
        {
            if (values is not null)
            {
                arguments.Add($"{name}={PythonText.Sizes(values)}");
            }
        }

        /// <summary>Adds the zeros that the module cannot.</summary>
        protected static void Pad(TwinCall call)
        {
            if (call.Call.Numbers("padding") is { } padding && !IsEven(call.Call))
            {
                call.Pad(padding);
            }
        }

        private static bool IsEven(LayerCall call) => call.Numbers("padding") is { } edges && edges.Chunk(2).All(static edge => edge[0] == edge[1]);

        private static List<double> Before(LayerCall call) => [.. call.Numbers("padding")!.Chunk(2).Select(static edge => edge[0])];
    }

    private sealed class Convolution(int axes) : WindowTwin(axes)
    {
        public override IEnumerable<TwinModule> Modules(LayerCall call, TwinShape input, TwinShape output)
        {
            int groups = Groups(call);
            long pixels = Pixels(call);
            yield return new TwinModule(
                call.Module, Module(call, input.Channels, output.Channels, groups, StartValues.UsesBias(call)),
                StartValues.Of(call, pixels * (input.Channels / groups), pixels * output.Channels, output.Channels));
        }

        public override void Forward(TwinCall call)
        {
            Pad(call);
            call.Value = $"{call.Module}({call.Value})";
            ActivationTwins.Apply(call, call.Call.Word("activation"));
        }
    }

    private abstract class DepthwiseTwin(int axes) : WindowTwin(axes)
    {
        // Keras counts fans by the kernel's shape, height × width × channels × multiplier.
        protected static IReadOnlyList<string> Start(LayerCall call, TwinShape input, int multiplied, bool hasBias)
        {
            long pixels = Pixels(call);
            long fanIn = pixels * input.Channels;
            long fanOut = pixels * (multiplied / input.Channels);
            IReadOnlyList<string> start = hasBias ? StartValues.Of(call, fanIn, fanOut, multiplied, areTorchs: false) : [StartValues.Kernel(call, fanIn, fanOut, areTorchs: false)];
            return call.ArgumentWord("kernelInitializer") == "Orthogonal" ? [Orthogonal(call, input.Channels, multiplied), .. start.Skip(1)] : start;
        }

        // As wide as all channels together, and as high as the multiplier.
        private static string Orthogonal(LayerCall call, int channels, int multiplied)
        {
            int[] sizes = [.. call.Numbers("kernelSize")!.Select(static size => (int)size)];
            string gain = PythonText.Real(call.Argument("kernelInitializerValue", 1));
            return $"{TwinModule.Self}.weight.data.copy_(nn.init.orthogonal_(torch.empty({PythonText.Arguments([multiplied / channels, channels, .. sizes])}), gain={gain})"
                + $".transpose(0, 1).reshape({PythonText.Arguments([multiplied, 1, .. sizes])}))";
        }
    }

    private sealed class DepthwiseConvolution(int axes) : DepthwiseTwin(axes)
    {
        public override IEnumerable<TwinModule> Modules(LayerCall call, TwinShape input, TwinShape output)
        {
            bool bias = StartValues.UsesBias(call);
            yield return new TwinModule(call.Module, Module(call, input.Channels, output.Channels, input.Channels, bias), Start(call, input, output.Channels, bias));
        }

        public override void Forward(TwinCall call)
        {
            Pad(call);
            call.Value = $"{call.Module}({call.Value})";
            ActivationTwins.Apply(call, call.Call.Word("activation"));
        }
    }

    private sealed class SeparableConvolution(int axes) : DepthwiseTwin(axes)
    {
        public override IEnumerable<TwinModule> Modules(LayerCall call, TwinShape input, TwinShape output)
        {
            bool bias = StartValues.UsesBias(call);
            int multiplied = input.Channels * (int)call.Argument("depthMultiplier", 1);
            yield return new TwinModule(call.ModuleOf("depthwise"), Module(call, input.Channels, multiplied, input.Channels, bias: false), Start(call, input, multiplied, hasBias: false));
            List<string> arguments = [PythonText.Integer(multiplied), PythonText.Integer(output.Channels), "kernel_size=1"];
            yield return new TwinModule(
                call.ModuleOf("pointwise"), Creation($"Conv{Axes}d", arguments, bias), StartValues.Of(call, multiplied, output.Channels, output.Channels));
        }

        public override void Forward(TwinCall call)
        {
            Pad(call);
            call.Value = $"{call.ModuleOf("depthwise")}({call.Value})";
            call.Value = $"{call.ModuleOf("pointwise")}({call.Value})";
            ActivationTwins.Apply(call, call.Call.Word("activation"));
        }
    }

    private sealed class TransposedConvolution(int axes) : WindowTwin(axes)
    {
        public override bool DependsOnSizes(LayerCall call) => true;

        public override IEnumerable<TwinModule> Modules(LayerCall call, TwinShape input, TwinShape output)
        {
            long pixels = Pixels(call);
            List<string> arguments =
                [PythonText.Integer(input.Channels), PythonText.Integer(output.Channels), $"kernel_size={PythonText.Sizes(call.Numbers("kernelSize")!)}"];
            double[] cut = [.. Cuts(call).Select(static cut => cut.Before)];
            double[] beyond = [.. Beyond(call, input, output)];
            Add(arguments, "stride", call.Numbers("strides"));
            Add(arguments, "padding", Array.TrueForAll(cut, static pixels => pixels == 0) ? null : cut);
            Add(arguments, "output_padding", Array.TrueForAll(beyond, static pixels => pixels == 0) ? null : beyond);
            Add(arguments, "dilation", call.Numbers("dilation"));

            // Keras counts a transposed kernel's filters as what goes in.
            yield return new TwinModule(
                call.Module, Creation($"ConvTranspose{Axes}d", arguments, StartValues.UsesBias(call)),
                StartValues.Of(call, pixels * output.Channels, pixels * input.Channels, output.Channels));
        }

        public override void Forward(TwinCall call)
        {
            call.Value = $"{call.Module}({call.Value})";
            double[] odd = [.. Cuts(call.Call).SelectMany(static cut => new[] { 0, cut.Before - cut.After })];
            if (Array.Exists(odd, static pixels => pixels != 0))
            {
                call.Pad(odd);
            }

            ActivationTwins.Apply(call, call.Call.Word("activation"));
        }

        private IEnumerable<(double Before, double After)> Cuts(LayerCall call) =>
            (call.Numbers("cut") ?? [.. Enumerable.Repeat(0.0, 2 * Axes)]).Chunk(2).Select(static edge => (edge[0], edge[1]));

        // Pixels at the end that no window reaches.
        private IEnumerable<double> Beyond(LayerCall call, TwinShape input, TwinShape output)
        {
            IReadOnlyList<double> sizes = call.Numbers("kernelSize")!;
            for (int axis = 0; axis < Axes; axis++)
            {
                double extent = ((sizes[axis] - 1) * (call.Numbers("dilation")?[axis] ?? 1)) + 1;
                double spread = ((input.Spatial[axis] - 1) * (call.Numbers("strides")?[axis] ?? 1)) + extent;
                yield return Math.Max(output.Spatial[axis] - spread, 0);
            }
        }
    }
}
