namespace CnnGen.Generator.Tests;

/// <summary>Writes models at random that are right.</summary>
internal sealed class RandomModels(Random random)
{
    private static readonly string[] Activations = Enum.GetNames<Activation>();

    private static readonly string[] Trainings =
    [
        "", "(Optimizer = Optimizer.SGD, Momentum = 0.9, Nesterov = true)", "(Optimizer = Optimizer.RMSprop, WeightDecay = 0.01)",
        "(Optimizer = Optimizer.AdamW, Seed = 3)", "(Metrics = Metrics.Accuracy | Metrics.Top5Accuracy, Shuffle = false)", "(Loss = Loss.SparseCategoricalCrossentropy)",
    ];

    public string Next()
    {
        IEnumerable<string> maps = Enumerable.Range(0, random.Next(0, 8)).Select(_ => OnMap());
        IEnumerable<string> vectors = Enumerable.Range(0, random.Next(0, 4)).Select(_ => OnVector());
        string training = random.Next(2) == 0 ? $"[Training<Data>{Pick(Trainings)}]\n" : "";
        return $$"""
            [Model]
            [Input(16, 15, 4)]
            {{string.Join('\n', maps)}}
            [{{(random.Next(2) == 0 ? "Flatten" : "GlobalAveragePooling2D")}}]
            {{string.Join('\n', vectors)}}
            [Dense(10{{(random.Next(2) == 0 ? ", Activation = Activation.Softmax" : "")}})]
            {{training}}internal partial class Cnn { }

            [ImageData(16, 15, 4, Classes = 10)]
            internal sealed class Data { }

            """;
    }

    // With 'same' padding every window fits, whatever came before.
    private string OnMap() => random.Next(9) switch
    {
        0 or 1 => $"[Conv2D({4 * random.Next(1, 4)}, {Size()}, {Size()}, Padding = Pad.Same, Strides = {random.Next(1, 3)}, Activation = Activation.{Pick(Activations)})]",
        2 => $"[Conv2D({4 * random.Next(1, 4)}, {Size()}, Padding = Pad.Same, Dilation = {random.Next(1, 4)}, UseBias = false, KernelInitializer = (Initializer){random.Next(5)})]",
        3 => $"[Conv2D(8, {Size()}, Padding = Pad.Same, StridesWidth = {random.Next(1, 4)}, Groups = {random.Next(1, 3) * 2})]",
        4 => $"[MaxPooling2D({Size()}, Padding = Pad.Same, Strides = {random.Next(1, 4)})]",
        5 => $"[AveragePooling2D({Size()}, {Size()}, Padding = Pad.Same, StridesWidth = {random.Next(1, 4)})]",
        6 => $"[BatchNormalization(Center = {Either()}, Scale = {Either()})]",
        _ => Anywhere(),
    };

    private string OnVector() => random.Next(3) switch
    {
        0 => $"[Dense({random.Next(2, 20)}, Activation = Activation.{Pick(Activations)})]",
        1 => "[BatchNormalization]",
        _ => Anywhere(),
    };

    private string Anywhere() => random.Next(6) switch
    {
        0 => "[Dropout(0.25)]",
        1 => "[LeakyReLU(NegativeSlope = 0.125)]",
        2 => "[ELU(Alpha = 0.5)]",
        3 => $"[Activation(Activation.{Pick(Activations)})]",
        _ => $"[{Pick(["ReLU", "GELU", "SiLU", "Tanh", "Sigmoid"])}]",
    };

    private int Size() => random.Next(1, 6);

    private string Either() => random.Next(2) == 0 ? "true" : "false";

    private string Pick(IReadOnlyList<string> from) => from[random.Next(from.Count)];
}
