namespace CnnGen.Generator.Tests;

/// <summary>Writes attribute programs that are right C#, and mostly wrong models.</summary>
internal sealed class RandomPrograms(int seed)
{
    private static readonly string[] Layers =
    [
        "Conv2D", "Conv2D", "Conv2D", "MaxPooling2D", "AveragePooling2D", "GlobalAveragePooling2D", "BatchNormalization", "Dropout",
        "Flatten", "Dense", "Dense", "Activation", "ReLU", "LeakyReLU", "ELU", "GELU", "SiLU", "Sigmoid", "Tanh", "Softmax", "Expect",
    ];

    private static readonly string[] Strings = ["null", "\"\"", "\"a\"", "\"b c\"", "\"conv2d\"", "\"\\\"\\\\\"", "\"\\n\"", "\"*/\"", "\"{0}\"", "\"日本\"", "\"a.b\"", "\"\\0\""];

    private static readonly string[] Doubles = ["0", "1", "0.5", "0.9", "1e-3", "-1", "2", "double.NaN", "double.PositiveInfinity", "double.MaxValue", "-0.0", "double.Epsilon"];

    private readonly Random _random = new(seed);

    public string Next()
    {
        // Half of the programs are tame, so that many of them get through to the emission.
        bool wild = _random.Next(2) == 0;
        int layers = _random.Next(1, 9);
        var lines = new List<string> { Sometimes(0.1, wild) ? $"[Model({Pick(Strings)})]" : "[Model]" };
        if (!Sometimes(0.05, wild))
        {
            lines.Add(Input(wild));
        }

        for (int i = 0; i < layers; i++)
        {
            lines.Add($"[{Layer(Pick(Layers), wild)}]");
        }

        if (_random.Next(2) == 0)
        {
            lines.Add(Training(wild));
        }

        if (Sometimes(0.1, wild))
        {
            lines = [.. lines.OrderBy(_ => _random.Next())];
        }

        string data = $"[ImageData({Size(wild)}, {Size(wild)}, 1, Classes = {_random.Next(0, 12)}, Labels = (LabelKind){_random.Next(0, wild ? 5 : 3)})]\ninternal sealed class Data {{ }}\n";
        return $"{string.Join('\n', lines)}\ninternal {(Sometimes(0.05, wild) ? "" : "partial ")}class Cnn {{ }}\n{data}";
    }

    private string Layer(string name, bool wild)
    {
        IEnumerable<string> arguments = name switch
        {
            "Conv2D" => [.. Positional(1 + _random.Next(1, 3), wild), .. Options(wild, "Strides", "StridesWidth", "Padding", "Dilation", "DilationWidth", "Groups", "Activation", "UseBias", "KernelInitializer")],
            "MaxPooling2D" or "AveragePooling2D" => [.. Positional(_random.Next(0, 3), wild), .. Options(wild, "Strides", "StridesWidth", "Padding")],
            "GlobalAveragePooling2D" => Options(wild, "KeepDims"),
            "BatchNormalization" => Options(wild, "Momentum", "Epsilon", "Center", "Scale"),
            "Dropout" => [wild ? Pick(Doubles) : "0.5"],
            "Dense" => [.. Positional(1, wild), .. Options(wild, "Activation", "UseBias", "KernelInitializer", "InputFeatures")],
            "Activation" => [Value("Activation", wild)],
            "LeakyReLU" => Options(wild, "NegativeSlope"),
            "ELU" => Options(wild, "Alpha"),
            "Expect" => Positional(wild ? _random.Next(0, 5) : 3, wild),
            _ => [],
        };

        bool named = name != "Expect" && _random.Next(wild ? 4 : 12) == 0;
        return $"{name}({string.Join(", ", named ? [.. arguments, $"Name = {Pick(Strings)}"] : arguments)})";
    }

    private string Training(bool wild) => $"[Training<{(Sometimes(0.1, wild) ? "string" : "Data")}>({string.Join(", ", Options(wild,
        "Optimizer", "LearningRate", "Momentum", "Nesterov", "WeightDecay", "Rho", "Beta1", "Beta2", "Epsilon", "Loss", "Metrics",
        "BatchSize", "Epochs", "ValidationSplit", "Shuffle", "Seed"))})]";

    private IEnumerable<string> Positional(int count, bool wild) => [.. Enumerable.Range(0, count).Select(_ => Size(wild))];

    private IEnumerable<string> Options(bool wild, params string[] names) =>
        [.. names.Where(_ => _random.Next(wild ? 4 : 6) == 0).Select(name => $"{name} = {Value(name, wild)}")];

    private string Value(string name, bool wild) => name switch
    {
        "Padding" => $"(Pad){Enumerated(2, wild)}",
        "Activation" => $"(Activation){Enumerated(9, wild)}",
        "KernelInitializer" => $"(Initializer){Enumerated(5, wild)}",
        "Optimizer" => $"(Optimizer){Enumerated(4, wild)}",
        "Loss" => $"(Loss){Enumerated(6, wild)}",
        "Metrics" => $"(Metrics){Enumerated(8, wild)}",
        "UseBias" or "KeepDims" or "Center" or "Scale" or "Nesterov" or "Shuffle" => _random.Next(2) == 0 ? "true" : "false",
        "Momentum" or "Epsilon" or "NegativeSlope" or "Alpha" or "LearningRate" or "WeightDecay" or "Rho" or "Beta1" or "Beta2" or "ValidationSplit" =>
            wild ? Pick(Doubles) : "0.5",
        _ => Size(wild),
    };

    private string Enumerated(int count, bool wild) => wild && _random.Next(5) == 0 ? $"({_random.Next(-2, 100)})" : $"{_random.Next(count)}";

    private string Input(bool wild)
    {
        string format = Sometimes(0.2, wild) ? $", Format = (DataFormat){_random.Next(0, 3)}" : "";
        string shape = Shape(wild);
        return $"[Input({(shape.Length == 0 ? format.TrimStart(',') : shape + format)})]";
    }

    private string Shape(bool wild) => wild
        ? Pick(["", "28", "28, 28", "32, 28, 28, 1", "0, 28, 1", "-1, 2, 3", "null!", "2147483647, 2147483647, 2147483647", "8, 8, 3", "new[] { 8, 8, 3 }", "new int[0]"])
        : Pick(["28, 28, 1", "8, 9, 4", "100"]);

    private string Size(bool wild) => wild && _random.Next(4) == 0
        ? Pick(["0", "-1", "int.MaxValue", "int.MinValue", "1000000", "65536"])
        : _random.Next(1, wild ? 12 : 5).ToString();

    private bool Sometimes(double share, bool wild) => wild && _random.NextDouble() < share;

    private string Pick(IReadOnlyList<string> from) => from[_random.Next(from.Count)];
}
