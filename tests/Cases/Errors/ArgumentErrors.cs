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
        Range("Units", """
            [Flatten]
            [Dense([|0|])]
            """, """
            [Flatten]
            [Dense(1)]
            """, "dense", "units", "but is 0"),
        Range("Rate", "[Dropout([|25|])]", "[Dropout(0.25)]", "dropout", "rate", "0", "1", "but is 25"),
        Range("NegativeRate", "[Dropout([|-0.1|])]", "[Dropout(0.1)]", "dropout", "rate", "but is -0.1"),
        Range("RateNotANumber", "[Dropout([|double.NaN|])]", "[Dropout(1)]", "dropout", "rate", "NaN"),
        Range("Momentum", "[BatchNormalization([|Momentum = 1.5|])]", "[BatchNormalization(Momentum = 1)]", "batch_normalization", "omentum", "but is 1.5"),
        Range("Epsilon", "[BatchNormalization([|Epsilon = -1e-3|])]", "[BatchNormalization(Epsilon = 1e-3)]", "batch_normalization", "psilon", "but is -0.001"),
        Range("Slope", "[LeakyReLU([|NegativeSlope = -0.3|])]", "[LeakyReLU(NegativeSlope = 0)]", "leaky_re_lu", "lope", "but is -0.3"),
        Range("Alpha", "[ELU([|Alpha = double.PositiveInfinity|])]", "[ELU(Alpha = 2)]", "elu", "lpha", "Infinity"),
        Range("BiasL1", "[Conv2D(8, 3, [|BiasL1 = -0.1|])]", "[Conv2D(8, 3, BiasL1 = 0.1)]", "conv2d", "BiasL1", "at least 0", "but is -0.1"),
        Range("ActivityL2", "[Conv2D(8, 3, [|ActivityL2 = -2|])]", "[Conv2D(8, 3, ActivityL2 = 2)]", "conv2d", "ActivityL2", "but is -2"),
        Range("ConstraintAxes", "[Conv2D(8, 3, KernelConstraint = Constraint.MaxNorm, [|KernelConstraintAxes = new[] { 0, 4 }|])]",
            "[Conv2D(8, 3, KernelConstraint = Constraint.MaxNorm, KernelConstraintAxes = new[] { 0, 3 })]",
            "KernelConstraintAxes must be numbers from -4 to 3, the axes of the kernel", "but is (0, 4)"),
        Range("MaxNorm", "[Conv2D(8, 3, BiasConstraint = Constraint.MaxNorm, [|MaxNorm = -2|])]", "[Conv2D(8, 3, BiasConstraint = Constraint.MaxNorm, MaxNorm = 2)]",
            "MaxNorm must be at least 0", "but is -2"),
        Range("MaxNormWithout", "[Conv2D(8, 3, KernelConstraint = Constraint.UnitNorm, [|MaxNorm = 3|])]", "[Conv2D(8, 3, KernelConstraint = Constraint.MaxNorm, MaxNorm = 3)]",
            "MaxNorm must be left out, because no constraint is Constraint.MaxNorm", "but is 3"),
        Range("ConstraintAxesWithout", "[Conv2D(8, 3, KernelConstraint = Constraint.NonNeg, [|KernelConstraintAxes = new[] { 1 }|])]",
            "[Conv2D(8, 3, KernelConstraint = Constraint.UnitNorm, KernelConstraintAxes = new[] { 1 })]", "left out, because the kernel has no constraint of a norm"),
        Range("IdentityOfWindow", "[Conv2D(8, 3, [|KernelInitializer = Initializer.Identity|])]", "[Dense(8, KernelInitializer = Initializer.Identity)]",
            "conv2d", "KernelInitializer must be one that fits a kernel of 4 axes", "but is Initializer.Identity"),
        Range("OrthogonalBias", "[Conv2D(8, 3, [|BiasInitializer = Initializer.Orthogonal|])]", "[Conv2D(8, 3, KernelInitializer = Initializer.Orthogonal)]",
            "conv2d", "BiasInitializer must be one that fits a row of numbers"),
        Range("InitializerScale", "[Conv2D(8, 3, KernelInitializer = Initializer.VarianceScaling, [|KernelInitializerValue = 0|])]",
            "[Conv2D(8, 3, KernelInitializer = Initializer.Constant, KernelInitializerValue = 0)]", "KernelInitializerValue must be larger than 0"),
        Range("InitializerWithoutNumber", "[Conv2D(8, 3, [|KernelInitializerValue = 2|])]",
            "[Conv2D(8, 3, KernelInitializer = Initializer.TruncatedNormal, KernelInitializerValue = 2)]",
            "left out, because Initializer.GlorotUniform has no use for it", "but is 2"),
        Range("InitializerWithoutMode", "[Conv2D(8, 3, KernelInitializer = Initializer.HeNormal, [|KernelInitializerMode = FanMode.FanOut|])]",
            "[Conv2D(8, 3, KernelInitializer = Initializer.VarianceScaling, KernelInitializerMode = FanMode.FanOut)]", "but is FanMode.FanOut"),
        Undefined("Padding", "[Conv2D(8, 3, [|Padding = (Pad)7|])]", "[Conv2D(8, 3, Padding = (Pad)1)]", "conv2d", "7", "Pad"),
        Undefined("Activation", "[Conv2D(8, 3, [|Activation = (Activation)99|])]", "[Conv2D(8, 3, Activation = (Activation)1)]", "conv2d", "99", "Activation"),
        Undefined("Function", "[Activation([|(Activation)(-1)|])]", "[Activation(Activation.Tanh)]", "activation", "-1", "Activation"),
        Undefined("Initializer", "[Conv2D(8, 3, [|KernelInitializer = (Initializer)99|])]", "[Conv2D(8, 3, KernelInitializer = Initializer.Zeros)]", "conv2d", "99", "Initializer"),
        Undefined("Constraint", "[Conv2D(8, 3, [|KernelConstraint = (Constraint)9|])]", "[Conv2D(8, 3, KernelConstraint = Constraint.MaxNorm)]", "conv2d", "9", "Constraint"),
        Undefined("PoolPadding", "[MaxPooling2D([|Padding = (Pad)7|])]", "[MaxPooling2D(Padding = Pad.Same)]", "max_pooling2d", "7", "Pad"),
        new("CNN105", "Format",
            """
                [Model]
                [Input(28, 28, 1, [|Format = (DataFormat)2|])]
                [Flatten]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input(28, 28, 1, Format = (DataFormat)0)]
                [Flatten]
                public partial class Cnn;
                """,
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
            ErrorCases.Image("""
                [Conv2D(6, 3)]
                [Conv2D(8, 3, [|Groups = 4|])]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 3)]
                [Conv2D(8, 3, Groups = 4)]
                """),
            "conv2d_1", "4 groups", "6", "28×28×1 → conv2d 26×26×6"),
        new("CNN107", "Filters",
            ErrorCases.Image("""
                [Conv2D(8, 3)]
                [Conv2D(6, 3, [|Groups = 4|])]
                """),
            ErrorCases.Image("""
                [Conv2D(8, 3)]
                [Conv2D(12, 3, Groups = 4)]
                """),
            "conv2d_1", "4 groups", "6 filters"),
    ];

    private static ErrorCase Range(string name, string wrong, string right, params string[] saying) =>
        new("CNN104", name, ErrorCases.Image(wrong), ErrorCases.Image(right), saying);

    private static ErrorCase Undefined(string name, string wrong, string right, params string[] saying) =>
        new("CNN105", name, ErrorCases.Image(wrong), ErrorCases.Image(right), saying);
}
