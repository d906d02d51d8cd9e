namespace CnnGen.Fixtures;

/// <summary>
/// The words that Keras itself takes for an argument. A word that the language lacks is not offered if it is one of these, and else
/// the fault that the model was made for.
/// </summary>
internal static class KerasWords
{
    private static readonly Dictionary<string, string[]> s_words = new()
    {
        ["padding"] = ["valid", "same", "causal"],
        ["activation"] =
        [
            "linear", "relu", "relu6", "leaky_relu", "elu", "selu", "celu", "gelu", "glu", "silu", "swish", "mish", "sigmoid", "log_sigmoid",
            "hard_sigmoid", "hard_silu", "hard_swish", "tanh", "hard_tanh", "tanh_shrink", "soft_shrink", "hard_shrink", "softplus",
            "softsign", "softmax", "log_softmax", "sparsemax", "sparse_plus", "sparse_sigmoid", "squareplus", "exponential", "threshold",
        ],
        ["interpolation"] = ["nearest", "bilinear", "bicubic", "area", "lanczos3", "lanczos5", "gaussian", "mitchellcubic"],
        ["mode"] = ["horizontal", "vertical", "horizontal_and_vertical"],
    };

    public static bool Has(string argument, string word) => s_words.TryGetValue(argument, out string[]? words) && words.Contains(word);
}
