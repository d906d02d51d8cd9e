namespace CnnGen.Interop;

/// <summary>What disturbs values in training, and leaves them alone otherwise.</summary>
internal static class RegularizationTwins
{
    public static IReadOnlyDictionary<string, TwinLayer> All { get; } = new Dictionary<string, TwinLayer>
    {
        ["Dropout"] = new ExpressionLayer(static call => call.Call.ArgumentNumbers("noiseShape") is { } shape && IsShared(call, shape)
            ? Shared(call, Places(call, shape))
            : Function(call, "dropout")),
        ["SpatialDropout1D"] = new ExpressionLayer(static call => Function(call, "dropout1d")),
        ["SpatialDropout2D"] = new ExpressionLayer(static call => Function(call, "dropout2d")),
        ["SpatialDropout3D"] = new ExpressionLayer(static call => Function(call, "dropout3d")),
        ["AlphaDropout"] = new ExpressionLayer(static call => Function(call, "alpha_dropout")),
        ["StochasticDepth"] = new ExpressionLayer(static call =>
            Shared(call, PythonText.Tuple(Enumerable.Repeat("1", call.Input.Rank).Prepend($"{call.Value}.shape[0]")))),
        ["GaussianDropout"] = new ExpressionLayer(static call => InTraining(call, $"{call.Value} * (1 + {PythonText.Real(Deviation(Rate(call)))} * torch.randn_like({call.Value}))")),
        ["GaussianNoise"] = new ExpressionLayer(static call =>
            InTraining(call, $"{call.Value} + {PythonText.Real(call.Call.Argument("stddev", 0))} * torch.randn_like({call.Value})")),
        ["ActivityRegularization"] = new ExpressionLayer(static call => call.Value),
    };

    private static double Rate(TwinCall call) => call.Call.Argument("rate", 0);

    private static double Deviation(double rate) => Math.Sqrt(rate / (double)(1 - (decimal)rate));

    private static string Function(TwinCall call, string function) => $"F.{function}({call.Value}, {PythonText.Real(Rate(call))}, self.training)";

    private static string InTraining(TwinCall call, string noisy) => $"{noisy} if self.training else {call.Value}";

    // Values along an axis of one share their fate.
    private static string Shared(TwinCall call, string sizes)
    {
        double rate = Rate(call);
        double kept = rate < 1 ? (double)(1 - (decimal)rate) : 1;
        return InTraining(call, $"{call.Value} * (torch.rand({sizes}, device={call.Value}.device) >= {PythonText.Real(rate)}) / {PythonText.Real(kept)}");
    }

    private static bool IsShared(TwinCall call, IReadOnlyList<double> shape) =>
        shape[0] == 1 || call.Input.Dimensions.Where((size, place) => shape[place + 1] == 1 && size != 1).Any();

    private static string Places(TwinCall call, IReadOnlyList<double> shape) => PythonText.Tuple(Enumerable.Range(0, call.Input.Rank)
        .OrderBy(call.Input.TensorAxis)
        .Select(place => PythonText.Integer(shape[place + 1] == 1 ? 1 : call.Input.Dimensions[place]))
        .Prepend(shape[0] == 1 ? "1" : $"{call.Value}.shape[0]"));
}
