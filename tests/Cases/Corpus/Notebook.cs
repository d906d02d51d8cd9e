namespace CnnGen.Generator.Tests;

/// <summary>The six networks of the notebook, declared as the sample declares them.</summary>
internal static class Notebook
{
    public const string ValidCnn = """
        [Model]
        [Input(28, 28, 1)]
        [Conv2D(32, 3, Activation = Activation.ReLU)]
        [Conv2D(32, 3, Activation = Activation.ReLU)]
        [Conv2D(32, 3, Activation = Activation.ReLU)]
        [Flatten]
        [Dense(128, Activation = Activation.ReLU)]
        [Dense(10, Activation = Activation.Softmax)]
        [Training<Mnist>(Optimizer = Optimizer.Adam, LearningRate = 1e-3, BatchSize = 128, Epochs = 3)]
        public sealed partial class ValidCnn;
        """;

    public const string SameCnn = """
        [Model]
        [Input(28, 28, 1)]
        [Conv2D(32, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
        [Conv2D(32, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
        [Conv2D(32, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
        [Flatten]
        [Dense(128, Activation = Activation.ReLU)]
        [Dense(10, Activation = Activation.Softmax)]
        [Training<Mnist>(Optimizer = Optimizer.Adam, LearningRate = 1e-3, BatchSize = 128, Epochs = 3)]
        public sealed partial class SameCnn;
        """;

    public const string NormalizedCnn = """
        [Model]
        [Input(28, 28, 1)]
        [Conv2D(32, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
        [BatchNormalization]
        [Conv2D(32, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
        [BatchNormalization]
        [Conv2D(32, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
        [BatchNormalization]
        [Flatten]
        [Dense(128, Activation = Activation.ReLU)]
        [BatchNormalization]
        [Dense(10, Activation = Activation.Softmax)]
        [Training<Mnist>(Optimizer = Optimizer.Adam, LearningRate = 1e-3, BatchSize = 128, Epochs = 3)]
        public sealed partial class NormalizedCnn;
        """;

    public static string UnitStrideCnn { get; } = NormalizedCnn
        .Replace("NormalizedCnn", "UnitStrideCnn")
        .Replace("[Conv2D(32, 3, ", "[Conv2D(32, 3, Strides = 1, ");

    public static string StridedSameCnn { get; } = NormalizedCnn
        .Replace("NormalizedCnn", "StridedSameCnn")
        .Replace("[Conv2D(32, 3, ", "[Conv2D(32, 3, Strides = 2, ");

    public static string StridedValidCnn { get; } = StridedSameCnn
        .Replace("StridedSameCnn", "StridedValidCnn")
        .Replace("Pad.Same", "Pad.Valid");

    /// <summary>The six by their class's name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        [nameof(ValidCnn)] = ValidCnn,
        [nameof(SameCnn)] = SameCnn,
        [nameof(NormalizedCnn)] = NormalizedCnn,
        [nameof(UnitStrideCnn)] = UnitStrideCnn,
        [nameof(StridedSameCnn)] = StridedSameCnn,
        [nameof(StridedValidCnn)] = StridedValidCnn,
    };

    /// <summary>Gives the model and its layers the names that they had in the notebook, where Keras counted over the whole run.</summary>
    /// <param name="declaration">One of the six.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="first">The number that each class's first layer had; 0 is written without a number.</param>
    public static string Named(string declaration, string model, params (string Layer, int First)[] first)
    {
        Dictionary<string, int> next = first.ToDictionary(f => f.Layer, f => f.First);
        IEnumerable<string> lines = declaration.Replace("[Model]", $"[Model(\"{model}\")]").Split('\n').Select(line =>
            next.Keys.FirstOrDefault(layer => line.StartsWith('[' + layer, StringComparison.Ordinal)) is { } layer
                ? WithName(line, layer, next[layer]++)
                : line);
        return string.Join('\n', lines);
    }

    private static string WithName(string line, string layer, int number)
    {
        string name = $"Name = \"{KerasNames[layer]}{(number == 0 ? "" : $"_{number}")}\"";
        return line.EndsWith(")]", StringComparison.Ordinal) ? $"{line[..^2]}, {name})]" : $"{line[..^1]}({name})]";
    }

    private static readonly Dictionary<string, string> KerasNames = new()
    {
        ["Conv2D"] = "conv2d", ["BatchNormalization"] = "batch_normalization", ["Flatten"] = "flatten", ["Dense"] = "dense",
    };
}
