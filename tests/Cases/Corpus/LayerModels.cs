namespace CnnGen.Generator.Tests;

/// <summary>A small model for every layer and every branch of its arguments: snapshots, compilation and runs all go over these.</summary>
internal static class LayerModels
{
    /// <summary>Declarations by a name that is also the snapshot's.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(
        GraphModels.WithOneInputAndOutput.Concat(WindowModels.All).Concat(ElementwiseModels.All))
    {
        ["Conv2D"] = Image("[Conv2D(4, 3)]"),
        ["Conv2DRectangular"] = Image("[Conv2D(4, 3, 5, Strides = 2, StridesWidth = 1)]"),
        ["Conv2DDilated"] = Image("[Conv2D(4, 3, Dilation = 2, DilationWidth = 3)]"),
        ["Conv2DGrouped"] = Image("[Conv2D(8, 3, Groups = 4)]"),
        ["Conv2DWithoutBias"] = Image("[Conv2D(4, 3, UseBias = false)]"),
        ["Conv2DPointwise"] = Image("[Conv2D(4, 1, Padding = Pad.Same)]"),
        ["Conv2DSame"] = Image("[Conv2D(4, 3, Padding = Pad.Same)]"),
        ["Conv2DSameEvenKernel"] = Image("[Conv2D(4, 2, Padding = Pad.Same)]"),
        ["Conv2DSameOddPixel"] = Image("[Conv2D(4, 3, Strides = 2, Padding = Pad.Same)]"),
        ["Conv2DSameOddPixelAcross"] = Image("[Conv2D(4, 3, Strides = 3, StridesWidth = 2, Padding = Pad.Same)]"),
        ["Conv2DSameDilated"] = Image("[Conv2D(4, 3, Dilation = 2, Padding = Pad.Same)]"),
        ["Conv2DSameNarrowKernel"] = Image("[Conv2D(4, 1, 5, Padding = Pad.Same)]"),
        ["MaxPooling2D"] = Image("[MaxPooling2D]"),
        ["MaxPooling2DRectangular"] = Image("[MaxPooling2D(3, 2)]"),
        ["MaxPooling2DStrides"] = Image("[MaxPooling2D(3, Strides = 1, StridesWidth = 2)]"),
        ["MaxPooling2DSame"] = Image("[MaxPooling2D(3, Strides = 1, Padding = Pad.Same)]"),
        ["MaxPooling2DSameOddPixel"] = Image("[MaxPooling2D(3, Strides = 2, Padding = Pad.Same)]"),
        ["AveragePooling2D"] = Image("[AveragePooling2D]"),
        ["AveragePooling2DRectangular"] = Image("[AveragePooling2D(3, 2, Strides = 1)]"),
        ["AveragePooling2DSame"] = Image("[AveragePooling2D(3, Strides = 1, Padding = Pad.Same)]"),
        ["AveragePooling2DSameOddPixel"] = Image("[AveragePooling2D(3, Strides = 2, Padding = Pad.Same)]"),
        ["GlobalAveragePooling2D"] = Image("[GlobalAveragePooling2D]"),
        ["GlobalAveragePooling2DKeepDims"] = Image("[GlobalAveragePooling2D(KeepDims = true)]\n[Conv2D(2, 3, Padding = Pad.Same)]"),
        ["BatchNormalization"] = Image("[BatchNormalization]"),
        ["BatchNormalizationArguments"] = Image("[BatchNormalization(Momentum = 0.9, Epsilon = 1e-5)]"),
        ["BatchNormalizationWithoutCenter"] = Image("[BatchNormalization(Center = false)]"),
        ["BatchNormalizationWithoutScale"] = Image("[BatchNormalization(Scale = false)]"),
        ["BatchNormalizationBare"] = Image("[BatchNormalization(Center = false, Scale = false)]"),
        ["BatchNormalizationOfVector"] = Vector("[BatchNormalization]"),
        ["Dropout"] = Image("[Dropout(0.25)]"),
        ["DropoutNoiseShape"] = Image("[Dropout(0.25, NoiseShape = new[] { -1, 13, 1, -1 })]\n[Dropout(0.5, NoiseShape = new[] { 1, -1, -1, -1 })]\n"
            + "[Dropout(1, NoiseShape = new[] { -1, 1, 1, 1 })]\n[Dropout(0.5, NoiseShape = new[] { -1, -1, 14, -1 })]"),
        ["DropoutOfVector"] = Vector("[Dropout(0.5)]"),
        ["DropoutOfNothing"] = Image("[Dropout(0)]"),
        ["Flatten"] = Image("[Flatten]"),
        ["FlattenOfVector"] = Vector("[Flatten]"),
        ["Dense"] = Vector("[Dense(5)]"),
        ["DenseWithoutBias"] = Vector("[Dense(5, UseBias = false)]"),
        ["DenseFrozen"] = Vector("[Dense(5, Trainable = false)]\n[Dense(2)]"),
        ["DenseOfSequence"] = Model("9, 4", "[Dense(5, Activation = Activation.Softmax)]\n[Dense(3)]"),
        ["DenseOfVolume"] = Model("4, 5, 6, 2", "[Dense(3)]"),
        ["DenseChannelsFirst"] = Model("3, 8, 9, Format = DataFormat.ChannelsFirst", "[Dense(5)]\n[Flatten]"),
        ["DenseOfImage"] = Image("[Dense(5)]"),
        ["DenseInputFeatures"] = Image("[Flatten]\n[Dense(5, InputFeatures = 728)]"),
        ["Expect"] = Image("[Conv2D(4, 3)]\n[Expect(11, 12, 4)]\n[Flatten]\n[Expect(528)]"),
        ["ReLU"] = Image("[ReLU]"),
        ["LeakyReLU"] = Image("[LeakyReLU]"),
        ["LeakyReLUSlope"] = Image("[LeakyReLU(NegativeSlope = 0.1)]"),
        ["ELU"] = Image("[ELU]"),
        ["ELUAlpha"] = Image("[ELU(Alpha = 0.5)]"),
        ["GELU"] = Image("[GELU]"),
        ["SiLU"] = Image("[SiLU]"),
        ["Sigmoid"] = Vector("[Sigmoid]"),
        ["SigmoidInTheMiddle"] = Image("[Sigmoid]\n[Flatten]"),
        ["Tanh"] = Image("[Tanh]"),
        ["Softmax"] = Vector("[Softmax]"),
        ["SoftmaxOfImage"] = Image("[Softmax]\n[Flatten]"),
        ["ActivationLayers"] = Image(string.Join('\n', Activations.Select(name => $"[Activation(Activation.{name})]"))),
        ["ConvolutionActivations"] = Image(
            string.Join('\n', Activations.Select(name => $"[Conv2D(4, 1, Activation = Activation.{name})]"))),
        // What a dense layer does with one is what a convolution does with it.
        ["DenseActivations"] = Vector("[Dense(4, Activation = Activation.ReLU)]\n[Dense(4, Activation = Activation.Softmax)]\n[Dense(4, Activation = Activation.Tanh)]"),
        ["Initializers"] = Image(
            string.Join('\n', Initializers.SkipLast(2).Select(name => $"[Conv2D(4, 1, KernelInitializer = Initializer.{name}, BiasInitializer = Initializer.{name})]"))
            + "\n[Flatten]\n"
            + string.Join('\n', Initializers.TakeLast(6).Select(name => $"[Dense(4, KernelInitializer = Initializer.{name})]"))),
        ["InitializerArguments"] = Vector("""
            [Dense(4, KernelInitializer = Initializer.Orthogonal, KernelInitializerValue = 0.5, BiasInitializer = Initializer.Constant, BiasInitializerValue = -2)]
            [Dense(4, KernelInitializer = Initializer.Identity, KernelInitializerValue = 2)]
            [Dense(5, KernelInitializer = Initializer.VarianceScaling, KernelInitializerValue = 2, KernelInitializerMode = FanMode.FanOut)]
            [Dense(6, KernelInitializer = Initializer.VarianceScaling, KernelInitializerDistribution = Distribution.UntruncatedNormal)]
            [Dense(7, KernelInitializer = Initializer.VarianceScaling, KernelInitializerMode = FanMode.FanAvg, KernelInitializerDistribution = Distribution.Uniform)]
            [Dense(4, KernelInitializer = Initializer.RandomNormal, KernelInitializerValue = 0.02)]
            """),
        ["ChannelsFirst"] = """
            [Model]
            [Input(1, 28, 28, Format = DataFormat.ChannelsFirst)]
            [Conv2D(8, 3, Activation = Activation.ReLU)]
            [MaxPooling2D]
            [Flatten]
            [Dense(10, Activation = Activation.Softmax)]
            public partial class Cnn;
            """,
    };

    public static IEnumerable<string> Activations => Enum.GetNames<Activation>();

    /// <summary>At the end those of kernels alone.</summary>
    private static IEnumerable<string> Initializers =>
        Enum.GetValues<Initializer>().OrderBy(name => name is Initializer.Orthogonal or Initializer.Identity).Select(name => name.ToString());

    private static string Model(string input, string layers) => $"[Model]\n[Input({input})]\n{layers}\npublic partial class Cnn;\n";

    private static string Image(string layers) => $"[Model]\n[Input(13, 14, 4)]\n{layers}\npublic partial class Cnn;\n";

    private static string Vector(string layers) => $"[Model]\n[Input(6)]\n{layers}\npublic partial class Cnn;\n";
}
