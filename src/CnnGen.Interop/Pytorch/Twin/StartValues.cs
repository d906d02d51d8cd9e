namespace CnnGen.Interop;

/// <summary>Keras's start values with PyTorch's functions.</summary>
internal static class StartValues
{
    // The standard deviation of a normal distribution cut off at two of them; Keras divides by it to make up for the cut.
    private const double TruncatedDeviation = 0.87962566103423978;

    private const string Weight = TwinModule.Self + ".weight";
    private const string Bias = TwinModule.Self + ".bias";

    /// <summary>Statements for a module with a kernel and perhaps a bias.</summary>
    /// <param name="call">The layer.</param>
    /// <param name="fanIn">Values that one output is a sum of.</param>
    /// <param name="fanOut">Outputs that one value goes into.</param>
    /// <param name="units">Outputs.</param>
    /// <param name="areTorchs">Whether PyTorch counts the same from the weight's shape.</param>
    public static IReadOnlyList<string> Of(LayerCall call, long fanIn, long fanOut, long units, bool areTorchs = true)
    {
        string kernel = Kernel(call, fanIn, fanOut, areTorchs);
        return UsesBias(call) ? [kernel, Fill(Bias, Chosen(call, "bias", "Zeros"), units, units)] : [kernel];
    }

    /// <summary>The statement for a kernel.</summary>
    public static string Kernel(LayerCall call, long fanIn, long fanOut, bool areTorchs = true)
    {
        Start start = Chosen(call, "kernel", "GlorotUniform");
        return start.Name == "GlorotUniform" && areTorchs ? $"nn.init.xavier_uniform_({Weight})" : Fill(Weight, start, fanIn, fanOut);
    }

    /// <summary>Whether the layer has a bias.</summary>
    public static bool UsesBias(LayerCall call) => call.Flag("useBias", true);

    private static Start Chosen(LayerCall call, string part, string usual)
    {
        string name = call.ArgumentWord($"{part}Initializer") ?? usual;
        double number = call.ArgumentNumbers($"{part}InitializerValue")?[0] ?? (name switch
        {
            "Constant" => 0,
            "RandomUniform" or "RandomNormal" or "TruncatedNormal" => 0.05,
            _ => 1,
        });
        return new Start(name, number, call.ArgumentWord($"{part}InitializerMode") ?? "FanIn", call.ArgumentWord($"{part}InitializerDistribution") ?? "TruncatedNormal");
    }

    private static string Fill(string weight, Start start, long fanIn, long fanOut) => start.Name switch
    {
        "GlorotUniform" => Uniform(weight, Math.Sqrt(6.0 / (fanIn + (double)fanOut))),
        "GlorotNormal" => Truncated(weight, Math.Sqrt(2.0 / (fanIn + (double)fanOut)) / TruncatedDeviation),
        "HeUniform" => Uniform(weight, Math.Sqrt(6.0 / fanIn)),
        "HeNormal" => Truncated(weight, Math.Sqrt(2.0 / fanIn) / TruncatedDeviation),
        "LecunUniform" => Uniform(weight, Math.Sqrt(3.0 / fanIn)),
        "LecunNormal" => Truncated(weight, Math.Sqrt(1.0 / fanIn) / TruncatedDeviation),
        "Ones" => $"nn.init.ones_({weight})",
        "RandomUniform" => Uniform(weight, start.Number),
        "RandomNormal" => Normal(weight, start.Number),
        "TruncatedNormal" => Truncated(weight, start.Number),
        "VarianceScaling" => Scaled(weight, start, fanIn, fanOut),
        "Orthogonal" => $"nn.init.orthogonal_({weight}, gain={PythonText.Real(start.Number)})",
        "Identity" => start.Number == 1 ? $"nn.init.eye_({weight})" : $"nn.init.eye_({weight}).data.mul_({PythonText.Real(start.Number)})",
        "Constant" => $"nn.init.constant_({weight}, {PythonText.Real(start.Number)})",
        _ => $"nn.init.zeros_({weight})",
    };

    private static string Scaled(string weight, Start start, long fanIn, long fanOut)
    {
        double variance = start.Number / (start.Mode switch
        {
            "FanIn" => fanIn,
            "FanOut" => fanOut,
            _ => (fanIn + (double)fanOut) / 2,
        });
        return start.Distribution switch
        {
            "TruncatedNormal" => Truncated(weight, Math.Sqrt(variance) / TruncatedDeviation),
            "UntruncatedNormal" => Normal(weight, Math.Sqrt(variance)),
            _ => Uniform(weight, Math.Sqrt(3 * variance)),
        };
    }

    private static string Uniform(string weight, double limit) => $"nn.init.uniform_({weight}, {PythonText.Real(-limit)}, {PythonText.Real(limit)})";

    private static string Normal(string weight, double deviation) => $"nn.init.normal_({weight}, std={PythonText.Real(deviation)})";

    // PyTorch's bounds are numbers, not deviations.
    private static string Truncated(string weight, double deviation) => deviation == 0 ? $"nn.init.zeros_({weight})"
        : $"nn.init.trunc_normal_({weight}, std={PythonText.Real(deviation)}, a={PythonText.Real(-2 * deviation)}, b={PythonText.Real(2 * deviation)})";

    private sealed record Start(string Name, double Number, string Mode, string Distribution);
}
