namespace CnnGen.Generator.Tests;

/// <summary>Arguments of layers outside what they may be.</summary>
internal static class ArgumentErrors
{
    public static IEnumerable<ErrorCase> All =>
    [
        Range("Filters", "[Conv2D([|0|], 3)]", "[Conv2D(1, 3)]", "conv2d", "filters", "but is 0"),
        Range("NegativeFilters", "[Conv2D([|-8|], 3)]", "[Conv2D(8, 3)]", "conv2d", "filters", "but is -8"),
        Range("Kernel", "[Conv2D(8, [|0|])]", "[Conv2D(8, 1)]", "conv2d", "kernel", "but is 0"),
        Range("KernelWidth", "[Conv2D(8, 3, [|0|])]", "[Conv2D(8, 3, 1)]", "conv2d", "kernel", "but is 0"),
        Range("Strides", "[Conv2D(8, 3, [|Strides = 0|])]", "[Conv2D(8, 3, Strides = 1)]", "conv2d", "trides", "but is 0"),
        Range("StridesWidth", "[Conv2D(8, 3, [|StridesWidth = -1|])]", "[Conv2D(8, 3, StridesWidth = 1)]", "conv2d", "tridesWidth", "but is -1"),
        Range("Dilation", "[Conv2D(8, 3, [|Dilation = 0|])]", "[Conv2D(8, 3, Dilation = 1)]", "conv2d", "ilation", "but is 0"),
        Range("DilationWidth", "[Conv2D(8, 3, [|DilationWidth = 0|])]", "[Conv2D(8, 3, DilationWidth = 1)]", "conv2d", "ilationWidth", "but is 0"),
        Range("Groups", "[Conv2D(8, 3, [|Groups = 0|])]", "[Conv2D(8, 3, Groups = 1)]", "conv2d", "roups", "but is 0"),
        Range("Pool", "[MaxPooling2D([|0|])]", "[MaxPooling2D(1)]", "max_pooling2d", "pool", "but is 0"),
        Range("PoolStrides", "[AveragePooling2D(2, [|Strides = 0|])]", "[AveragePooling2D(2, Strides = 1)]", "average_pooling2d", "trides", "but is 0"),
        Range("PoolStridesWidth", "[MaxPooling2D([|StridesWidth = 0|])]", "[MaxPooling2D(StridesWidth = 1)]", "max_pooling2d", "tridesWidth", "but is 0"),
        Range("Units", "[Flatten]\n[Dense([|0|])]", "[Flatten]\n[Dense(1)]", "dense", "units", "but is 0"),
        Range("Rate", "[Dropout([|25|])]", "[Dropout(0.25)]", "dropout", "rate", "0", "1", "but is 25"),
        Range("NegativeRate", "[Dropout([|-0.1|])]", "[Dropout(0.1)]", "dropout", "rate", "but is -0.1"),
        Range("RateNotANumber", "[Dropout([|double.NaN|])]", "[Dropout(1)]", "dropout", "rate", "NaN"),
        Range("Momentum", "[BatchNormalization([|Momentum = 1.5|])]", "[BatchNormalization(Momentum = 1)]", "batch_normalization", "omentum", "but is 1.5"),
        Range("Epsilon", "[BatchNormalization([|Epsilon = -1e-3|])]", "[BatchNormalization(Epsilon = 1e-3)]", "batch_normalization", "psilon", "but is -0.001"),
        Range("Slope", "[LeakyReLU([|NegativeSlope = -0.3|])]", "[LeakyReLU(NegativeSlope = 0)]", "leaky_re_lu", "lope", "but is -0.3"),
        Range("Alpha", "[ELU([|Alpha = double.PositiveInfinity|])]", "[ELU(Alpha = 2)]", "elu", "lpha", "Infinity"),
        Undefined("Padding", "[Conv2D(8, 3, [|Padding = (Pad)7|])]", "[Conv2D(8, 3, Padding = (Pad)1)]", "conv2d", "7", "Pad"),
        Undefined("Activation", "[Conv2D(8, 3, [|Activation = (Activation)99|])]", "[Conv2D(8, 3, Activation = (Activation)1)]", "conv2d", "99", "Activation"),
        Undefined("Function", "[Activation([|(Activation)(-1)|])]", "[Activation(Activation.Tanh)]", "activation", "-1", "Activation"),
        Undefined("Initializer", "[Conv2D(8, 3, [|KernelInitializer = (Initializer)12|])]", "[Conv2D(8, 3, KernelInitializer = Initializer.Zeros)]", "conv2d", "12", "Initializer"),
        Undefined("PoolPadding", "[MaxPooling2D([|Padding = (Pad)7|])]", "[MaxPooling2D(Padding = Pad.Same)]", "max_pooling2d", "7", "Pad"),
        new("CNN105", "Format",
            "[Model]\n[Input(28, 28, 1, [|Format = (DataFormat)2|])]\n[Flatten]\npublic partial class Cnn;",
            "[Model]\n[Input(28, 28, 1, Format = (DataFormat)0)]\n[Flatten]\npublic partial class Cnn;",
            "2", "DataFormat"),
        new("CNN106", "StridesWithDilation",
            ErrorCases.Image("[Conv2D(8, 3, Strides = 2, [|Dilation = 2|])]"),
            ErrorCases.Image("[Conv2D(8, 3, Strides = 2, Dilation = 1)]"),
            "conv2d", "strides 2", "dilation 2", "only one"),
        new("CNN106", "StridesAcrossWithDilationDown",
            ErrorCases.Image("[Conv2D(8, 3, [|Dilation = 2|], DilationWidth = 1, StridesWidth = 3)]"),
            ErrorCases.Image("[Conv2D(8, 3, StridesWidth = 3)]"),
            "conv2d", "only one"),
        new("CNN107", "Channels",
            ErrorCases.Image("[Conv2D(6, 3)]\n[Conv2D(8, 3, [|Groups = 4|])]"),
            ErrorCases.Image("[Conv2D(8, 3)]\n[Conv2D(8, 3, Groups = 4)]"),
            "conv2d_1", "4 groups", "6", "28×28×1 → conv2d 26×26×6"),
        new("CNN107", "Filters",
            ErrorCases.Image("[Conv2D(8, 3)]\n[Conv2D(6, 3, [|Groups = 4|])]"),
            ErrorCases.Image("[Conv2D(8, 3)]\n[Conv2D(12, 3, Groups = 4)]"),
            "conv2d_1", "4 groups", "6 filters"),
    ];

    private static ErrorCase Range(string name, string wrong, string right, params string[] saying) =>
        new("CNN104", name, ErrorCases.Image(wrong), ErrorCases.Image(right), saying);

    private static ErrorCase Undefined(string name, string wrong, string right, params string[] saying) =>
        new("CNN105", name, ErrorCases.Image(wrong), ErrorCases.Image(right), saying);
}
