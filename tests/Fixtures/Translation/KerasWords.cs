namespace CnnGen.Fixtures;

/// <summary>
/// The words that Keras itself takes for an argument. One that neither Keras nor the language has is the fault that the model was made
/// for; one that only the language lacks is not offered.
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

    /// <summary>Whether Keras refuses the word; of arguments that are not listed here nobody knows.</summary>
    public static bool IsRefused(string argument, string word) => s_words.TryGetValue(argument, out string[]? words) && !words.Contains(word);
}
