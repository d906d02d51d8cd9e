namespace CnnGen.Interop.Tests.Keras;

/// <summary>What is saved is what was declared: each attribute comes back as it was written.</summary>
[Collection(nameof(RunsModels))]
public class SavingTests
{
    [Theory]
    [InlineData("Input(12, 10, 4)", "Conv2D(6, 3, 2, Strides = 2, StridesWidth = 3, Padding = Pad.Same, Groups = 2, Activation = Activation.GELU, UseBias = false)")]
    [InlineData("Input(12, 10, 4)", "Conv2D(6, 3, Dilation = 2, DilationWidth = 1, Trainable = false)")]
    [InlineData("Input(12, 10, 4)", "Conv2D(6, 3, KernelInitializer = Initializer.VarianceScaling, KernelInitializerValue = 2, KernelInitializerMode = FanMode.FanOut, KernelInitializerDistribution = Distribution.Uniform, BiasInitializer = Initializer.Constant, BiasInitializerValue = 0.5)")]
    [InlineData("Input(12, 10, 4)", "Conv2D(6, 3, KernelInitializer = Initializer.RandomUniform, KernelInitializerValue = 0.25, KernelL1 = 0.5, KernelL2 = 0.25, BiasL1 = 0.125, ActivityL2 = 0.5)")]
    [InlineData("Input(12, 10, 4)", "Conv2D(6, 3, KernelConstraint = Constraint.MaxNorm, BiasConstraint = Constraint.NonNeg, KernelConstraintAxes = new[] { 0, 1, 2 }, MaxNorm = 3)")]
    [InlineData("Input(12, 10, 4)", "Conv2DTranspose(3, 4, Strides = 3, Padding = Pad.Same, OutputPadding = 2, OutputPaddingWidth = 1)")]
    [InlineData("Input(12, 10, 4)", "DepthwiseConv2D(3, DepthMultiplier = 2, KernelInitializer = Initializer.HeNormal)")]
    [InlineData("Input(12, 10, 4)", "SeparableConv2D(5, 3, DepthMultiplier = 2, KernelInitializer = Initializer.HeNormal, KernelL2 = 0.5)")]
    [InlineData("Input(12, 10, 4)", "MaxPooling2D(3, 2, Strides = 2, Padding = Pad.Same)")]
    [InlineData("Input(12, 10, 4)", "AveragePooling2D")]
    [InlineData("Input(12, 10, 4)", "GlobalMaxPooling2D(KeepDims = true)")]
    [InlineData("Input(12, 10, 4)", "ZeroPadding2D(1, 2, 3, 4)")]
    [InlineData("Input(12, 10, 4)", "ZeroPadding2D(1, 2)")]
    [InlineData("Input(12, 10, 4)", "Cropping2D(2)")]
    [InlineData("Input(12, 10, 4)", "UpSampling2D(3, 2, Interpolation = Interpolation.Bilinear)")]
    [InlineData("Input(12, 10, 4)", "BatchNormalization(Axis = 1, Momentum = 0.9, Epsilon = 0.01, Center = false)")]
    [InlineData("Input(12, 10, 4)", "GroupNormalization(2, Epsilon = 0.01, Scale = false)")]
    [InlineData("Input(12, 10, 4)", "LayerNormalization(1, 2, 3, Center = false, Scale = false)")]
    [InlineData("Input(12, 10, 4)", "UnitNormalization(1)")]
    [InlineData("Input(12, 10, 4)", "Normalization(Mean = new double[] { 1, 2, 3, 4 }, Variance = new double[] { 4, 3, 2, 1 }, Invert = true)")]
    [InlineData("Input(12, 10, 4)", "Normalization")]
    [InlineData("Input(12, 10, 4)", "LayerScale(0.125)")]
    [InlineData("Input(12, 10, 4)", "StochasticDepth(0.25)")]
    [InlineData("Input(12, 10, 4)", "PReLU(SharedAxes = new[] { 1, 2 })")]
    [InlineData("Input(12, 10, 4)", "ReLU(MaxValue = 6, NegativeSlope = 0.5, Threshold = 1)")]
    [InlineData("Input(12, 10, 4)", "LeakyReLU(NegativeSlope = 0.25)")]
    [InlineData("Input(12, 10, 4)", "ELU(Alpha = 0.5)")]
    [InlineData("Input(12, 10, 4)", "Softmax(Axis = 1)")]
    [InlineData("Input(12, 10, 4)", "Activation(Activation.HardSiLU)")]
    [InlineData("Input(12, 10, 4)", "Reshape(-1, 8)")]
    [InlineData("Input(12, 10, 4)", "Permute(3, 1, 2)")]
    [InlineData("Input(12, 10, 4)", "Dropout(0.5, NoiseShape = new[] { -1, 1, 1, 4 })")]
    [InlineData("Input(12, 10, 4)", "SpatialDropout2D(0.5)")]
    [InlineData("Input(12, 10, 4)", "AlphaDropout(0.5)")]
    [InlineData("Input(12, 10, 4)", "GaussianDropout(0.5)")]
    [InlineData("Input(12, 10, 4)", "GaussianNoise(0.5)")]
    [InlineData("Input(12, 10, 4)", "ActivityRegularization(0.5, 0.25)")]
    [InlineData("Input(12, 10, 4)", "Rescaling(0.5, Offset = -1)")]
    [InlineData("Input(12, 10, 4)", "Resizing(5, 7, Interpolation = Interpolation.Nearest, CropToAspectRatio = true)")]
    [InlineData("Input(12, 10, 4)", "CenterCrop(5, 7)")]
    [InlineData("Input(12, 10, 4)", "RandomFlip(FlipMode.Vertical)")]
    [InlineData("Input(12, 10, 4)", "RandomRotation(0.25, FillMode = FillMode.Constant, FillValue = 0.5, Interpolation = Interpolation.Nearest)")]
    [InlineData("Input(12, 10, 4)", "RandomTranslation(-0.25, 0.5, -0.125, 0.25)")]
    [InlineData("Input(12, 10, 4)", "RandomTranslation(0.25, 0.5)")]
    [InlineData("Input(12, 10, 4)", "RandomZoom(0.25)")]
    [InlineData("Input(12, 10, 4)", "RandomZoom(0.25, 0.5)")]
    [InlineData("Input(12, 10, 4)", "RandomContrast(0.25, ValueHigh = 1)")]
    [InlineData("Input(12, 10, 4)", "RandomBrightness(0.25, ValueLow = -1, ValueHigh = 1)")]
    [InlineData("Input(12, 4)", "Conv1D(3, 3, Padding = Pad.Causal, Dilation = 2)")]
    [InlineData("Input(12, 4)", "Conv1DTranspose(3, 4, Strides = 2, OutputPadding = 1)")]
    [InlineData("Input(12, 4)", "SeparableConv1D(3, 3)")]
    [InlineData("Input(12, 4)", "DepthwiseConv1D(3)")]
    [InlineData("Input(12, 4)", "MaxPooling1D(3, Strides = 1)")]
    [InlineData("Input(12, 4)", "UpSampling1D(3)")]
    [InlineData("Input(12, 4)", "ZeroPadding1D(1, 2)")]
    [InlineData("Input(12, 4)", "Cropping1D(2)")]
    [InlineData("Input(12, 4)", "SpatialDropout1D(0.5)")]
    [InlineData("Input(6, 7, 8, 2)", "Conv3D(3, 2, 3, 4, Strides = 2, StridesHeight = 1)")]
    [InlineData("Input(6, 7, 8, 2)", "Conv3DTranspose(3, 2)")]
    [InlineData("Input(6, 7, 8, 2)", "AveragePooling3D(2, 3, 2)")]
    [InlineData("Input(6, 7, 8, 2)", "Cropping3D(1, 0, 2, 1, 0, 3)")]
    [InlineData("Input(6, 7, 8, 2)", "ZeroPadding3D(1, 2, 3)")]
    [InlineData("Input(6, 7, 8, 2)", "UpSampling3D(1, 2, 3)")]
    [InlineData("Input(6)", "RepeatVector(3)")]
    [InlineData("Input(6)", "Dense(3, KernelInitializer = Initializer.Orthogonal, BiasInitializer = Initializer.Ones)")]
    [InlineData("Input(4, 12, 10, Format = DataFormat.ChannelsFirst)", "BatchNormalization")]
    [InlineData("Input(4, 12, 10, Format = DataFormat.ChannelsFirst)", "BatchNormalization(Axis = -1)")]
    [InlineData("Input(4, 12, 10, Format = DataFormat.ChannelsFirst)", "Flatten")]
    public void A_layer_comes_back_as_it_was_written(string input, string layer)
    {
        // The first layer shows where the channels are.
        string first = input.Contains("Format") ? "\n[Conv2D(4, 1)]" : "";
        using LoadedModel model = LoadedModel.Load($"[Model(\"m\")]\n[{input}]{first}\n[{layer}]\npublic partial class Cnn;");
        using var files = new SavedModel();

        KerasDeclaration declaration = KerasFormat.Declare(files.Save(model), "Cnn");

        declaration.Lacking.ShouldBeEmpty();
        declaration.Text.ShouldBe($"using CnnGen;\n\n[Model(\"m\")]\n[{input}]{first}\n[{layer}]\npublic sealed partial class Cnn;\n");
    }

    [Fact]
    public void A_graph_comes_back_with_what_each_layer_reads()
    {
        const string text = """
            [Model]
            [Input(6, 6, 3)]
            [Conv2D(3, 3, Padding = Pad.Same)]
            public sealed partial class Inner;

            [Model("outer")]
            [Input("left", 6, 6, 3)]
            [Input("right", 6, 6, 3)]
            [Use<Inner>(Name = "inner", From = "left")]
            [Reuse("inner", Name = "inner_call1", From = "right")]
            [Concatenate("inner", "inner_call1", Axis = 1)]
            [GlobalAveragePooling2D]
            [Flatten]
            [Dense(2)]
            [Dot("dense", "dense", Normalize = true)]
            [Dense(3, From = "flatten")]
            [Output("dot", "dense_1")]
            public sealed partial class Cnn;

            """;
        using LoadedModel model = LoadedModel.Load(text);
        using var files = new SavedModel();

        KerasFormat.Declare(files.Save(model), "Cnn").Text.ShouldBe($"using CnnGen;\n\n{text}");
    }

    [Fact]
    public void What_Keras_has_as_a_function_becomes_an_activation()
    {
        using LoadedModel model = LoadedModel.Load("[Model] [Input(4)] [GELU] [SiLU] [Sigmoid] [Tanh] public partial class Cnn;");
        using var files = new SavedModel();

        KerasFormat.Declare(files.Save(model)).Text.ShouldContain(
            "[Activation(Activation.GELU, Name = \"gelu\")]\n[Activation(Activation.SiLU, Name = \"si_lu\")]\n"
            + "[Activation(Activation.Sigmoid, Name = \"sigmoid\")]\n[Activation(Activation.Tanh, Name = \"tanh\")]\n");
    }

    [Fact]
    public void A_layer_that_Keras_lacks_is_named()
    {
        using LoadedModel model = LoadedModel.Load("[Model] [Input(6, 6, 3)] [LocalResponseNormalization] public partial class Cnn;");
        using var files = new SavedModel();

        Should.Throw<CnnGenException>(() => files.Save(model)).Message.ShouldBe("Layer local_response_normalization cannot be saved for Keras: it has no LocalResponseNormalization.");
        File.Exists(files["model.keras"]).ShouldBeFalse();
    }

    [Fact]
    public void Keras_knows_its_files_by_their_ending()
    {
        using LoadedModel model = LoadedModel.Load("[Model] [Input(4)] [Dense(2)] public partial class Cnn;");
        using var files = new SavedModel();

        Should.Throw<CnnGenException>(() => files.Save(model, "model.h5")).Message.ShouldEndWith("has not the ending .keras, by which Keras knows its files. Name it so.");
    }

    [Fact]
    public void More_than_is_written_is_refused_before_it_is_begun()
    {
        // All weights have the same four megabytes in memory.
        const int Values = 1 << 20;
        const int Weights = 520;
        var values = new float[Values];
        using var network = new DescribedNetwork(
            [new LayerSummary("dense", "Dense", [4], 0, 0, 0, 0, 1, [])],
            [new Weight("wide.weight", [2 * Values], new float[2 * Values]), .. Enumerable.Range(0, Weights).Select(i => new Weight($"dense_{i}.weight", [Values], values))]);
        using var files = new SavedModel();
        files.Write("model.keras", [7]);

        Should.Throw<CnnGenException>(() => network.SaveKeras(files["model.keras"])).Message.ShouldBe(
            "described takes 2.2 GB as Keras's HDF5, of which at most 2.1 GB are written; wide.weight is the largest weight. Save its weights with WeightFile.Save instead.");
        File.ReadAllBytes(files["model.keras"]).ShouldBe([7]);
    }
}
