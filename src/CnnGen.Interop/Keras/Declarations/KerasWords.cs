using System.Text.Json;

namespace CnnGen.Interop.Keras;

/// <summary>Keras's words and the language's for the same things.</summary>
internal static class KerasWords
{
    public static Dictionary<string, string> Activations { get; } = new()
    {
        ["linear"] = "Linear", ["relu"] = "ReLU", ["leaky_relu"] = "LeakyReLU", ["elu"] = "ELU", ["gelu"] = "GELU", ["silu"] = "SiLU", ["swish"] = "SiLU",
        ["sigmoid"] = "Sigmoid", ["tanh"] = "Tanh", ["softmax"] = "Softmax", ["relu6"] = "ReLU6", ["selu"] = "SELU", ["celu"] = "CELU", ["softplus"] = "Softplus",
        ["softsign"] = "Softsign", ["exponential"] = "Exponential", ["hard_sigmoid"] = "HardSigmoid", ["hard_silu"] = "HardSiLU", ["hard_swish"] = "HardSiLU",
        ["hard_tanh"] = "HardTanh", ["log_sigmoid"] = "LogSigmoid", ["log_softmax"] = "LogSoftmax", ["mish"] = "Mish", ["tanh_shrink"] = "TanhShrink",
        ["soft_shrink"] = "SoftShrink", ["hard_shrink"] = "HardShrink", ["squareplus"] = "Squareplus", ["sparse_plus"] = "SparsePlus",
        ["sparse_sigmoid"] = "SparseSigmoid",
    };

    public static Dictionary<string, string> Paddings { get; } = new() { ["valid"] = "Valid", ["same"] = "Same", ["causal"] = "Causal" };

    public static Dictionary<string, string> Interpolations { get; } = new() { ["nearest"] = "Nearest", ["bilinear"] = "Bilinear" };

    public static Dictionary<string, string> FillModes { get; } = new() { ["reflect"] = "Reflect", ["nearest"] = "Nearest", ["constant"] = "Constant" };

    public static Dictionary<string, string> FlipModes { get; } =
        new() { ["horizontal_and_vertical"] = "HorizontalAndVertical", ["horizontal"] = "Horizontal", ["vertical"] = "Vertical" };

    public static Dictionary<string, string> FanModes { get; } = new() { ["fan_in"] = "FanIn", ["fan_out"] = "FanOut", ["fan_avg"] = "FanAvg" };

    public static Dictionary<string, string> Distributions { get; } =
        new() { ["truncated_normal"] = "TruncatedNormal", ["normal"] = "TruncatedNormal", ["untruncated_normal"] = "UntruncatedNormal", ["uniform"] = "Uniform" };

    /// <summary>The word that the language's member stands for: the first of several.</summary>
    public static string Keras(IReadOnlyDictionary<string, string> words, string member) => words.First(word => word.Value == member).Key;

    /// <summary>A word, which may be wrapped as a function of Keras's; <see langword="null"/> where it is none.</summary>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object when value.TryGetProperty("class_name", out JsonElement name) && name.ValueKind == JsonValueKind.String
            && name.GetString() == "function" && value.TryGetProperty("config", out JsonElement config) && config.ValueKind == JsonValueKind.String => config.GetString(),
        _ => null,
    };
}
