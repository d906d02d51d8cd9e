namespace CnnGen.Generator.Tests;

/// <summary>Writes attribute programs that are right C#, and mostly wrong models.</summary>
internal sealed class RandomPrograms(Random random)
{
    private static readonly string[] Layers =
    [
        "Conv2D", "Conv2D", "Conv2D", "MaxPooling2D", "AveragePooling2D", "GlobalAveragePooling2D", "BatchNormalization", "Dropout",
        "Flatten", "Dense", "Dense", "Activation", "ReLU", "LeakyReLU", "ELU", "GELU", "SiLU", "Sigmoid", "Tanh", "Softmax", "Expect",
    ];

    private static readonly string[] Strings =
        ["null", "\"\"", "\"a\"", "\"b c\"", "\"conv2d\"", "\"\\\"\\\\\"", "\"\\n\"", "\"*/\"", "\"{0}\"", "\"日本\"", "\"a.b\"", "\"\\0\""];

    private static readonly string[] Doubles =
        ["0", "1", "0.5", "0.9", "1e-3", "-1", "2", "double.NaN", "double.PositiveInfinity", "double.MaxValue", "-0.0", "double.Epsilon"];

    private static readonly string[] Shapes =
    [
        "28", "28, 28", "32, 28, 28, 1", "0, 28, 1", "-1, 2, 3", "(int[])null!", "2147483647, 2147483647, 2147483647", "8, 8, 3",
        "new[] { 8, 8, 3 }", "new int[0]", "28, 28, 1", "9, 9, 4",
    ];

    public string Next()
    {
        var lines = new List<string> { Sometimes(0.1) ? $"[Model({Pick(Strings)})]" : "[Model]" };
        if (!Sometimes(0.05))
        {
            lines.Add($"[Input({Pick(Shapes)}{(Sometimes(0.2) ? $", Format = (DataFormat){random.Next(0, 3)}" : "")})]");
        }

        lines.AddRange(Enumerable.Range(0, random.Next(1, 9)).Select(_ => $"[{Layer(Pick(Layers))}]"));
        if (Sometimes(0.5))
        {
            lines.Add(Training());
        }

        if (Sometimes(0.1))
        {
            lines = [.. lines.OrderBy(_ => random.Next())];
        }

        return $$"""
            {{string.Join('\n', lines)}}
            internal {{(Sometimes(0.05) ? "" : "partial ")}}class Cnn { }

            [ImageData({{Size()}}, {{Size()}}, 1, Classes = {{random.Next(0, 12)}}, Labels = (LabelKind){{random.Next(0, 5)}})]
            internal sealed class Data { }

            """;
    }

    private string Layer(string name)
    {
        IEnumerable<string> arguments = name switch
        {
            "Conv2D" =>
            [
                .. Sizes(random.Next(2, 4)),
                .. Options("Strides", "StridesWidth", "Padding", "Dilation", "DilationWidth", "Groups", "Activation", "UseBias", "KernelInitializer"),
            ],
            "MaxPooling2D" or "AveragePooling2D" => [.. Sizes(random.Next(0, 3)), .. Options("Strides", "StridesWidth", "Padding")],
            "GlobalAveragePooling2D" => Options("KeepDims"),
            "BatchNormalization" => Options("Momentum", "Epsilon", "Center", "Scale"),
            "Dropout" => [Pick(Doubles)],
            "Dense" => [.. Sizes(1), .. Options("Activation", "UseBias", "KernelInitializer", "InputFeatures")],
            "Activation" => [Value("Activation")],
            "LeakyReLU" => Options("NegativeSlope"),
            "ELU" => Options("Alpha"),
            "Expect" => Sizes(random.Next(0, 5)),
            _ => [],
        };

        string[] named = name != "Expect" && Sometimes(0.2) ? [$"Name = {Pick(Strings)}"] : [];
        return $"{name}({string.Join(", ", arguments.Concat(named))})";
    }

    private string Training() => $"[Training<{(Sometimes(0.1) ? "string" : "Data")}>({string.Join(", ", Options(
        "Optimizer", "LearningRate", "Momentum", "Nesterov", "WeightDecay", "Rho", "Beta1", "Beta2", "Epsilon", "Loss", "Metrics",
        "BatchSize", "Epochs", "ValidationSplit", "Shuffle", "Seed"))})]";

    private string[] Sizes(int count) => [.. Enumerable.Range(0, count).Select(_ => Size())];

    private string[] Options(params string[] names) => [.. names.Where(_ => Sometimes(0.25)).Select(name => $"{name} = {Value(name)}")];

    private string Value(string name) => name switch
    {
        "Padding" => $"(Pad){Enumerated(2)}",
        "Activation" => $"(Activation){Enumerated(9)}",
        "KernelInitializer" => $"(Initializer){Enumerated(5)}",
        "Optimizer" => $"(Optimizer){Enumerated(4)}",
        "Loss" => $"(Loss){Enumerated(6)}",
        "Metrics" => $"(Metrics){Enumerated(8)}",
        "UseBias" or "KeepDims" or "Center" or "Scale" or "Nesterov" or "Shuffle" => Sometimes(0.5) ? "true" : "false",
        "Momentum" or "Epsilon" or "NegativeSlope" or "Alpha" or "LearningRate" or "WeightDecay" or "Rho" or "Beta1" or "Beta2"
            or "ValidationSplit" => Pick(Doubles),
        _ => Size(),
    };

    private string Enumerated(int count) => Sometimes(0.2) ? $"({random.Next(-2, 100)})" : $"{random.Next(count)}";

    private string Size() => Sometimes(0.2)
        ? Pick(["0", "-1", "int.MaxValue", "int.MinValue", "1000000", "65536"])
        : random.Next(1, 12).ToString();

    private bool Sometimes(double share) => random.NextDouble() < share;

    private string Pick(IReadOnlyList<string> from) => from[random.Next(from.Count)];
}
