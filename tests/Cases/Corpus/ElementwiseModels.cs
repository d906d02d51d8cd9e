namespace CnnGen.Generator.Tests;

/// <summary>Models of layers that work on each value, on the order of the values, or on all values of an example or a batch.</summary>
internal static class ElementwiseModels
{
    /// <summary>Declarations by a name that is also the snapshot's.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["ReLUMaxValue"] = Image("[ReLU(MaxValue = 6)]\n[ReLU(MaxValue = 1.5)]"),
        ["ReLUSlope"] = Image("[ReLU(NegativeSlope = 0.1)]"),
        ["ReLUSlopeAndMaxValue"] = Image("[ReLU(NegativeSlope = 0.1, MaxValue = 2)]"),
        ["ReLUThreshold"] = Image("[ReLU(Threshold = 0.5)]"),
        ["ReLUAllArguments"] = Image("[Conv2D(3, 1)]\n[ReLU(MaxValue = 2, NegativeSlope = 0.1, Threshold = 0.5)]"),
        ["PReLU"] = Image("[PReLU]"),
        ["PReLUShared"] = Image("[PReLU(SharedAxes = new[] { 1, 2 })]"),
        ["PReLUSharedAcross"] = Image("[PReLU(SharedAxes = new[] { 2, -1 })]"),
        ["PReLUSharedBetween"] = Image("[PReLU(SharedAxes = new[] { 2 })]"),
        ["PReLUSharedByAll"] = Image("[PReLU(SharedAxes = new[] { 1, 2, 3 })]"),
        ["PReLUOfVector"] = Vector("[PReLU]"),
        ["PReLUOfChannelsFirst"] = ChannelsFirst("[PReLU(SharedAxes = new[] { 2, 3 })]\n[PReLU(SharedAxes = new[] { 1 })]\n[PReLU]"),
        ["SoftmaxAxis"] = Image("[Softmax(Axis = 1)]"),
        ["SoftmaxAxisOfVector"] = Vector("[Softmax(Axis = 1)]"),
        ["SoftmaxLastAxis"] = Image("[Softmax(Axis = 3)]"),
        ["SoftmaxOfChannelsFirst"] = ChannelsFirst("[Softmax]"),
        ["BatchNormalizationOfSignal"] = Model("9, 4", "[BatchNormalization]"),
        ["BatchNormalizationOfVolume"] = Model("3, 4, 5, 2", "[BatchNormalization]"),
        ["BatchNormalizationOfFiveAxes"] = Vector("[Dense(72)]\n[Reshape(2, 3, 2, 3, 2)]\n[BatchNormalization]\n[BatchNormalization(Axis = 2)]"),
        ["BatchNormalizationAxis"] = Image("[BatchNormalization(Axis = 1)]\n[BatchNormalization(Axis = 2)]"),
        ["BatchNormalizationOfChannelsFirst"] = ChannelsFirst("[BatchNormalization]\n[BatchNormalization(Axis = 3)]"),
        ["BatchNormalizationFrozen"] = Image("[BatchNormalization(Trainable = false)]"),
        ["BatchNormalizationFrozenBare"] = Image("[BatchNormalization(Trainable = false, Center = false, Scale = false)]"),
        ["LayerNormalization"] = Image("[LayerNormalization]"),
        ["LayerNormalizationArguments"] = Image("[LayerNormalization(-1, Epsilon = 1e-5, Scale = false)]"),
        ["LayerNormalizationWithoutCenter"] = Vector("[LayerNormalization(Center = false)]"),
        ["LayerNormalizationBare"] = Image("[LayerNormalization(Center = false, Scale = false)]"),
        ["LayerNormalizationWhole"] = Image("[LayerNormalization(1, 2, 3)]"),
        ["LayerNormalizationAxes"] = Image("[LayerNormalization(2, 3)]\n[LayerNormalization(1)]\n[LayerNormalization(1, 2)]"),
        ["LayerNormalizationOfSequence"] = Model("9, 4", "[LayerNormalization]"),
        ["LayerNormalizationOfChannelsFirst"] = ChannelsFirst("[LayerNormalization]\n[LayerNormalization(1)]"),
        ["UnitNormalization"] = Image("[UnitNormalization]"),
        ["UnitNormalizationAxes"] = ChannelsFirst("[UnitNormalization(1)]\n[UnitNormalization(-1, 2)]"),
        ["Normalization"] = Image("[Normalization]\n[Normalization(1, -1)]\n[Normalization(Mean = new[] { 0.5 }, Variance = new[] { 0.25 })]\n"
            + "[Normalization(Mean = new[] { 0.1, 0.2, 0.3, 0.4 }, Variance = new[] { 1, 0.25, 0, 4 }, Invert = true)]"),
        ["LayerScale"] = Image("[LayerScale]\n[Flatten]\n[LayerScale(0.5)]"),
        ["LocalResponseNormalization"] = Image("[LocalResponseNormalization(3, Alpha = 2, Beta = 0.5, K = 1.5)]\n[Flatten]\n[LocalResponseNormalization]"),
        ["GroupNormalization"] = Image("[Conv2D(64, 1)]\n[GroupNormalization]"),
        ["GroupNormalizationGroups"] = Image("[GroupNormalization(2, Epsilon = 1e-5)]\n[GroupNormalization(1)]"),
        ["GroupNormalizationOfEachChannel"] = Image("[GroupNormalization(-1)]"),
        ["GroupNormalizationBranches"] = Image("[GroupNormalization(2, Center = false)]\n[GroupNormalization(2, Scale = false)]\n"
            + "[GroupNormalization(2, Center = false, Scale = false)]"),
        ["GroupNormalizationOfDense"] = Image("[Dense(14)]\n[GroupNormalization(7)]"),
        ["GroupNormalizationOfVector"] = Vector("[GroupNormalization(2)]"),
        ["GroupNormalizationAxis"] = Image("[GroupNormalization(7, Axis = 2)]"),
        ["GroupNormalizationOfChannelsFirst"] = ChannelsFirst("[GroupNormalization(2)]"),
        ["SpatialDropout1D"] = Model("9, 4", "[SpatialDropout1D(0.25)]"),
        ["SpatialDropout2D"] = Image("[SpatialDropout2D(0.25)]"),
        ["SpatialDropout3D"] = Model("3, 4, 5, 2", "[SpatialDropout3D(0.25)]"),
        ["GaussianNoise"] = Image("[GaussianNoise(0.1)]"),
        ["GaussianDropout"] = Image("[GaussianDropout(0.2)]"),
        ["AlphaDropout"] = Vector("[AlphaDropout(0.2)]"),
        ["StochasticDepth"] = Image("[StochasticDepth(0.2)]"),
        ["ActivityRegularization"] = Image("[ActivityRegularization(0.1)]"),
        ["Reshape"] = Image("[Reshape(26, 7, 4)]"),
        ["ReshapeToVector"] = Image("[Reshape(-1)]"),
        ["ReshapeOfVector"] = Vector("[Dense(24)]\n[Reshape(2, 3, 4)]\n[Reshape(24)]"),
        ["ReshapeToSequence"] = Image("[Reshape(-1, 4)]\n[Reshape(7, 26, 4)]"),
        ["ReshapeOfChannelsFirst"] = ChannelsFirst("[Reshape(4, -1)]\n[Reshape(2, 6, 5)]"),
        ["Permute"] = Image("[Permute(3, 1, 2)]"),
        ["PermuteOfSequence"] = Model("9, 4", "[Permute(2, 1)]"),
        ["PermuteOfVolume"] = Model("3, 4, 5, 2", "[Permute(2, 4, 3, 1)]"),
        ["PermuteNothing"] = Image("[Permute(1, 2, 3)]"),
        ["PermuteOfChannelsFirst"] = ChannelsFirst("[Permute(3, 1, 2)]"),
        ["RepeatVector"] = Vector("[RepeatVector(3)]"),
        ["RepeatVectorOfChannelsFirst"] = ChannelsFirst("[Flatten]\n[RepeatVector(3)]"),
        ["Rescaling"] = Image("[Rescaling(1.0 / 255)]"),
        ["RescalingOffset"] = Image("[Rescaling(1 / 127.5, Offset = -1)]"),
        ["ImageSizes"] = Image("[Resizing(20, 7)]\n[Resizing(10, 14, Interpolation = Interpolation.Nearest)]\n[Resizing(6, 6, CropToAspectRatio = true)]\n"
            + "[CenterCrop(4, 5)]\n[CenterCrop(8, 5)]\n[CenterCrop(8, 5)]"),
        ["RandomFlip"] = Image("[RandomFlip]"),
        ["RandomFlipModes"] = Image("[RandomFlip(FlipMode.Horizontal)]\n[RandomFlip(FlipMode.Vertical)]"),
        ["RandomFlipOfChannelsFirst"] = ChannelsFirst("[RandomFlip(FlipMode.Vertical)]"),
        ["RandomRotation"] = Image("[RandomRotation(0.1)]"),
        ["RandomRotationBounds"] = Image("[RandomRotation(-0.1, 0.25, FillMode = FillMode.Constant, FillValue = 0.5)]"),
        ["RandomZoom"] = Image("[RandomZoom(0.2)]\n[RandomZoom(0.2, 0.1)]"),
        ["RandomZoomBounds"] = Image("[RandomZoom(-0.3, -0.2, 0, 0.1, FillMode = FillMode.Nearest)]"),
        ["RandomTranslation"] = Image("[RandomTranslation(0.1, 0.2)]"),
        ["RandomTranslationBounds"] = Image(
            "[RandomTranslation(-0.1, 0.2, 0, 0.1, FillMode = FillMode.Constant, Interpolation = Interpolation.Nearest)]"),
        ["RandomContrast"] = Image("[RandomContrast(0.2)]\n[RandomContrast(0.1, 0.5, ValueHigh = 1)]"),
        ["RandomBrightness"] = Image("[RandomBrightness(0.2)]\n[RandomBrightness(-0.1, 0.3, ValueLow = -1, ValueHigh = 1)]"),
    };

    private static string Image(string layers) => Model("13, 14, 4", layers);

    private static string Vector(string layers) => Model("6", layers);

    private static string ChannelsFirst(string layers) => Model("4, 5, 3, Format = DataFormat.ChannelsFirst", layers);

    private static string Model(string input, string layers) => $"[Model]\n[Input({input})]\n{layers}\npublic partial class Cnn;\n";
}
