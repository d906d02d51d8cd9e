namespace CnnGen.Generator.Graph;

// CnnGen's enums by their values: attributes arrive as numbers, and the generator does not reference the library.

internal enum DataFormat
{
    ChannelsLast,
    ChannelsFirst,
}

internal enum Activation
{
    Linear,
    ReLU,
    LeakyReLU,
    ELU,
    GELU,
    SiLU,
    Sigmoid,
    Tanh,
    Softmax,
    ReLU6,
    SELU,
    CELU,
    Softplus,
    Softsign,
    Exponential,
    HardSigmoid,
    HardSiLU,
    HardTanh,
    LogSigmoid,
    LogSoftmax,
    Mish,
    TanhShrink,
    SoftShrink,
    HardShrink,
    Squareplus,
    SparsePlus,
    SparseSigmoid,
}

internal enum Pad
{
    Valid,
    Same,
    Causal,
}

internal enum Interpolation
{
    Nearest,
    Bilinear,
}

internal enum Initializer
{
    GlorotUniform,
    GlorotNormal,
    HeUniform,
    HeNormal,
    Zeros,
    LecunUniform,
    LecunNormal,
    Ones,
    RandomUniform,
    RandomNormal,
    TruncatedNormal,
}

internal enum FlipMode
{
    HorizontalAndVertical,
    Horizontal,
    Vertical,
}

internal enum FillMode
{
    Reflect,
    Nearest,
    Constant,
}

internal enum Optimizer
{
    SGD,
    Adam,
    AdamW,
    RMSprop,
}

internal enum Loss
{
    Auto,
    SparseCategoricalCrossentropy,
    CategoricalCrossentropy,
    BinaryCrossentropy,
    MeanSquaredError,
    MeanAbsoluteError,
}

[System.Flags]
internal enum Metrics
{
    None = 0,
    Accuracy = 1,
    Top5Accuracy = 2,
    MeanAbsoluteError = 4,
}

internal enum LabelKind
{
    ClassIndex,
    OneHot,
    Number,
}
