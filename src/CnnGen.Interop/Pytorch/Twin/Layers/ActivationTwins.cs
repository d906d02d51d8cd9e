namespace CnnGen.Interop;

/// <summary>Activations, by themselves and behind other layers.</summary>
internal static class ActivationTwins
{
    public static IReadOnlyDictionary<string, TwinLayer> All { get; } = new Dictionary<string, TwinLayer>
    {
        ["Activation"] = new NamedActivation(static call => call.Word("activation")),
        ["GELU"] = new NamedActivation(static _ => "GELU"),
        ["SiLU"] = new NamedActivation(static _ => "SiLU"),
        ["Sigmoid"] = new NamedActivation(static _ => "Sigmoid"),
        ["Tanh"] = new NamedActivation(static _ => "Tanh"),
        ["ReLU"] = new ReLUTwin(),
        ["LeakyReLU"] = new ExpressionLayer(static call => $"F.leaky_relu({call.Value}, {PythonText.Real(call.Call.Numbers("negativeSlope")![0])})"),
        ["ELU"] = new ExpressionLayer(static call => $"F.elu({call.Value}, alpha={PythonText.Real(call.Call.Numbers("alpha")![0])})"),
        ["Softmax"] = new ExpressionLayer(static call => call.LeavesActivation ? call.Value :
            $"F.softmax({call.Value}, dim={PythonText.Integer(call.Input.TensorAxis(call.Call.Places("axis", call.Input.Rank - 1)[0]))})"),
        ["PReLU"] = new PReLUTwin(),
    };

    /// <summary>Applies an activation to what has been computed so far; <see langword="null"/> is none.</summary>
    public static void Apply(TwinCall call, string? activation)
    {
        if (call.LeavesActivation)
        {
            return;
        }

        if (activation is "Squareplus" or "SparsePlus")
        {
            call.Keep();
        }

        call.Value = Expression(activation, call.Value, call.Output);
    }

    /// <summary>The softmax or sigmoid that a call ends in; <see langword="null"/> if it ends otherwise.</summary>
    public static string? Ending(LayerCall call, TwinShape output) => call.ClassName switch
    {
        "Sigmoid" => "Sigmoid",
        "Softmax" => call.Places("axis", output.Rank - 1)[0] == output.Rank - 1 ? "Softmax" : null,
        _ => call.Word("activation") is "Softmax" or "Sigmoid" ? call.Word("activation") : null,
    };

    /// <summary>An activation as an expression.</summary>
    public static string Expression(string? activation, string value, TwinShape output) => activation switch
    {
        null or "Linear" => value,
        "ReLU" => $"F.relu({value})",
        "LeakyReLU" => $"F.leaky_relu({value}, 0.2)",
        "Softmax" => $"F.softmax({value}, dim={PythonText.Integer(output.TensorAxis(output.Rank - 1))})",
        "LogSoftmax" => $"F.log_softmax({value}, dim={PythonText.Integer(output.TensorAxis(output.Rank - 1))})",
        "Sigmoid" => $"torch.sigmoid({value})",
        "Tanh" => $"torch.tanh({value})",
        "Exponential" => $"torch.exp({value})",
        "HardSiLU" => $"F.hardswish({value})",
        "Squareplus" => $"({value} + ({value}.square() + 4).sqrt()) / 2",
        "SparsePlus" => $"({value} + 1).clamp(0, 2).square() / 4 + F.relu({value} - 1)",
        "SparseSigmoid" => $"(({value} + 1) / 2).clamp(0, 1)",
        "ELU" or "GELU" or "SiLU" or "ReLU6" or "SELU" or "CELU" or "Softplus" or "Softsign" or "HardSigmoid" or "HardTanh" or "LogSigmoid" or "Mish"
            or "TanhShrink" or "SoftShrink" or "HardShrink" => $"F.{activation.ToLowerInvariant()}({value})",
        _ => throw new CnnGenException($"The activation {activation} cannot be written for PyTorch: there is no twin of it."),
    };

    private sealed class NamedActivation(Func<LayerCall, string?> name) : TwinLayer
    {
        public override void Forward(TwinCall call) => Apply(call, name(call.Call));
    }

    private sealed class ReLUTwin : TwinLayer
    {
        public override void Forward(TwinCall call)
        {
            double? largest = call.Call.Numbers("maxValue")?[0];
            double slope = call.Call.Numbers("negativeSlope")?[0] ?? 0;
            double threshold = call.Call.Numbers("threshold")?[0] ?? 0;
            if (threshold != 0)
            {
                string input = call.Inputs[0];
                string above = $"F.threshold({input}, {PythonText.Real(threshold)}, 0.0)";
                call.Value = slope == 0 ? above : $"{above} - {PythonText.Real(slope)} * F.relu({PythonText.Real(threshold)} - {input})";
                call.Value = largest is { } top ? $"({call.Value}).clamp(max={PythonText.Real(top)})" : call.Value;
                return;
            }

            call.Value = (largest, slope) switch
            {
                (null, 0) => $"F.relu({call.Value})",
                (6, 0) => $"F.relu6({call.Value})",
                ({ } top, 0) => $"{call.Value}.clamp(0, {PythonText.Real(top)})",
                (null, _) => $"F.leaky_relu({call.Value}, {PythonText.Real(slope)})",
                ({ } top, _) => $"F.leaky_relu({call.Value}, {PythonText.Real(slope)}).clamp(max={PythonText.Real(top)})",
            };
        }
    }

    private sealed class PReLUTwin : TwinLayer
    {
        public override bool DependsOnSizes(LayerCall call) => true;

        // Keras's slopes start at 0.
        public override IEnumerable<TwinModule> Modules(LayerCall call, TwinShape input, TwinShape output) =>
            [new TwinModule(call.Module, $"nn.PReLU({PythonText.Integer(call.Layer.Parameters)}, init=0.0)", [])];

        // PyTorch has one slope, or one for each place of the second axis.
        public override void Forward(TwinCall call)
        {
            HashSet<int> shared = [.. (call.Call.Numbers("sharedAxes") ?? []).Select(static axis => (int)axis - 1)];
            ILookup<bool, int> axes = Enumerable.Range(0, call.Input.Rank).ToLookup(shared.Contains, call.Input.TensorAxis);
            int[] own = [.. axes[false].Order()];
            if (own is [] or [1])
            {
                call.Value = $"{call.Module}({call.Value})";
                return;
            }

            int[] order = [0, .. own, .. axes[true].Order()];
            IReadOnlyList<int> sizes = call.Input.TensorSizes;
            call.Permute(order);
            call.Value = $"{call.Value}.reshape(-1, {PythonText.Integer(call.Call.Layer.Parameters)}, {PythonText.Integer(call.Input.Count / call.Call.Layer.Parameters)})";
            call.Keep();
            call.Value = $"{call.Module}({call.Value}).reshape({PythonText.Arguments([-1, .. order.Skip(1).Select(axis => sizes[axis - 1])])})";
            call.Permute([.. Enumerable.Range(0, order.Length).OrderBy(axis => order[axis])]);
        }
    }
}
