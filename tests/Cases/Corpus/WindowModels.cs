namespace CnnGen.Generator.Tests;

/// <summary>A small model for every layer that moves a window over a map, or changes its edges, and every branch of their arguments.</summary>
internal static class WindowModels
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["Conv1D"] = Steps("[Conv1D(3, 5)]"),
        ["Conv1DArguments"] = Steps("[Conv1D(6, 3, Dilation = 2, Groups = 2, UseBias = false, Activation = Activation.ReLU)]"),
        ["Conv1DSame"] = Steps("[Conv1D(3, 3, Padding = Pad.Same)]"),
        ["Conv1DSameOddPixel"] = Steps("[Conv1D(3, 4, Strides = 2, Padding = Pad.Same)]\n[Conv1D(3, 2, Padding = Pad.Same)]"),
        ["Conv1DCausal"] = Steps("[Conv1D(3, 3, Padding = Pad.Causal)]\n[Conv1D(3, 3, Dilation = 2, Padding = Pad.Causal)]"),
        ["Conv1DCausalStrided"] = Steps("[Conv1D(3, 3, Strides = 2, Padding = Pad.Causal)]"),
        ["Conv1DCausalPointwise"] = Steps("[Conv1D(3, 1, Padding = Pad.Causal)]"),
        ["Conv1DChannelsFirst"] = Model("4, 12, Format = DataFormat.ChannelsFirst", "[Conv1D(3, 4, Padding = Pad.Same)]\n[GlobalMaxPooling1D]"),
        ["Conv3D"] = Volume("[Conv3D(3, 2)]"),
        ["Conv3DBox"] = Volume("[Conv3D(3, 3, 3, 1, Strides = 1, StridesWidth = 2)]"),
        ["Conv3DDilated"] = Volume("[Conv3D(4, 2, DilationHeight = 2, DilationWidth = 3, Groups = 2)]"),
        ["Conv3DSame"] = Volume("[Conv3D(3, 3, Padding = Pad.Same)]"),
        ["Conv3DSameOddPixel"] = Volume("[Conv3D(3, 2, 3, 3, Strides = 1, StridesWidth = 2, Padding = Pad.Same)]"),
        ["Conv3DChannelsFirst"] = Model("2, 5, 6, 8, Format = DataFormat.ChannelsFirst", "[Conv3D(3, 2, Padding = Pad.Same)]\n[GlobalAveragePooling3D]"),
        ["Conv1DTranspose"] = Steps("[Conv1DTranspose(3, 5, Strides = 2)]"),
        ["Conv1DTransposeShortKernel"] = Steps("[Conv1DTranspose(3, 2, Strides = 4)]\n[Conv1DTranspose(2, 1, Strides = 2, Padding = Pad.Same)]"),
        ["Conv1DTransposeOutputPadding"] = Steps("[Conv1DTranspose(3, 3, Strides = 3, OutputPadding = 1)]"),
        ["Conv2DTranspose"] = Image("[Conv2DTranspose(3, 3)]"),
        ["Conv2DTransposeSame"] = Image("[Conv2DTranspose(3, 2, Strides = 2, Padding = Pad.Same, Activation = Activation.ReLU)]"),
        ["Conv2DTransposeOddPixel"] = Image("[Conv2DTranspose(3, 3, Strides = 2, Padding = Pad.Same, UseBias = false)]"),
        ["Conv2DTransposeDilated"] = Image("[Conv2DTranspose(3, 3, Dilation = 2, Padding = Pad.Same)]"),
        ["Conv2DTransposeOutputPadding"] = Image("[Conv2DTranspose(3, 3, Strides = 2, Padding = Pad.Same, OutputPadding = 1)]"),
        ["Conv2DTransposeOutputPaddingAcross"] = Image(
            "[Conv2DTranspose(3, 3, 2, Strides = 2, StridesWidth = 3, Padding = Pad.Same, OutputPadding = 0, OutputPaddingWidth = 2)]"),
        ["Conv2DTransposeRectangular"] = Image("[Conv2DTranspose(3, 3, 1, Strides = 1, StridesWidth = 3)]"),
        ["Conv3DTranspose"] = Volume("[Conv3DTranspose(3, 2, Strides = 2)]"),
        ["Conv3DTransposeSame"] = Volume("[Conv3DTranspose(3, 3, 2, 1, Strides = 2, StridesHeight = 1, Padding = Pad.Same)]"),
        ["Conv3DTransposeOutputPadding"] = Volume(
            "[Conv3DTranspose(2, 3, Strides = 2, StridesWidth = 3, OutputPadding = 1, OutputPaddingHeight = 0, OutputPaddingWidth = 2)]"),
        ["DepthwiseConv1D"] = Steps("[DepthwiseConv1D(3, DepthMultiplier = 2)]"),
        ["DepthwiseConv2D"] = Image("[DepthwiseConv2D(3)]"),
        ["DepthwiseConv2DArguments"] = Image("[DepthwiseConv2D(3, 5, DepthMultiplier = 3, Strides = 2, Padding = Pad.Same, UseBias = false, Activation = Activation.ReLU)]"),
        ["SeparableConv1D"] = Steps("[SeparableConv1D(5, 3, Padding = Pad.Causal)]"),
        ["SeparableConv2D"] = Image("[SeparableConv2D(5, 3)]"),
        ["SeparableConv2DArguments"] = Image(
            "[SeparableConv2D(5, 3, DepthMultiplier = 2, Strides = 2, Padding = Pad.Same, UseBias = false, Activation = Activation.Tanh)]\n[SeparableConv2D(5, 3)]"),
        ["SeparableConv2DFrozen"] = Image("[SeparableConv2D(5, 3, Trainable = false)]\n[Conv2D(3, 3)]"),
        ["WindowInitializers"] = Image(string.Join('\n', new[] { "GlorotUniform", "HeNormal", "VarianceScaling", "Orthogonal" }.SelectMany(name => new[]
        {
            $"[DepthwiseConv2D(2, 1, DepthMultiplier = 2, KernelInitializer = Initializer.{name})]",
            $"[SeparableConv2D(4, 1, KernelInitializer = Initializer.{name}, BiasInitializer = Initializer.HeUniform)]",
            $"[Conv2DTranspose(4, 1, KernelInitializer = Initializer.{name}, BiasInitializer = Initializer.LecunUniform)]",
        }))),
        ["MaxPooling1D"] = Steps("[MaxPooling1D]"),
        ["MaxPooling1DSame"] = Steps("[MaxPooling1D(4, Strides = 1, Padding = Pad.Same)]\n[MaxPooling1D(5, Strides = 3, Padding = Pad.Same)]"),
        ["MaxPooling3D"] = Volume("[MaxPooling3D]"),
        ["MaxPooling3DSame"] = Volume("[MaxPooling3D(2, 3, 2, Strides = 1, StridesHeight = 2, Padding = Pad.Same)]"),
        ["AveragePooling1D"] = Steps("[AveragePooling1D(3, Strides = 2)]"),
        ["AveragePooling1DSame"] = Steps("[AveragePooling1D(2, Strides = 1, Padding = Pad.Same)]\n[AveragePooling1D(3, Strides = 2, Padding = Pad.Same)]"),
        ["AveragePooling3D"] = Volume("[AveragePooling3D(2, 3, 1)]"),
        ["AveragePooling3DSame"] = Volume("[AveragePooling3D(2, Strides = 1, Padding = Pad.Same)]\n[AveragePooling3D(3, Padding = Pad.Same)]"),
        ["GlobalMaxPooling1D"] = Steps("[GlobalMaxPooling1D]"),
        ["GlobalMaxPooling2D"] = Image("[GlobalMaxPooling2D]"),
        ["GlobalMaxPooling2DKeepDims"] = Image("[GlobalMaxPooling2D(KeepDims = true)]\n[Conv2D(2, 1)]"),
        ["GlobalMaxPooling3D"] = Volume("[GlobalMaxPooling3D]"),
        ["GlobalAveragePooling1D"] = Steps("[GlobalAveragePooling1D]"),
        ["GlobalAveragePooling1DKeepDims"] = Steps("[GlobalAveragePooling1D(KeepDims = true)]"),
        ["GlobalAveragePooling3D"] = Volume("[GlobalAveragePooling3D]"),
        ["GlobalAveragePooling3DKeepDims"] = Volume("[GlobalAveragePooling3D(KeepDims = true)]"),
        ["ZeroPadding1D"] = Steps("[ZeroPadding1D]\n[ZeroPadding1D(3, 0)]"),
        ["ZeroPadding2D"] = Image("[ZeroPadding2D]\n[ZeroPadding2D(1, 2)]\n[ZeroPadding2D(0, 1, 2, 3)]"),
        ["ZeroPadding3D"] = Volume("[ZeroPadding3D]\n[ZeroPadding3D(0, 1, 2)]\n[ZeroPadding3D(0, 1, 2, 3, 1, 0)]"),
        ["Cropping1D"] = Steps("[Cropping1D]\n[Cropping1D(0, 3)]"),
        ["Cropping2D"] = Image("[Cropping2D]\n[Cropping2D(2, 1)]\n[Cropping2D(0, 1, 2, 3)]"),
        ["Cropping3D"] = Volume("[Cropping3D]\n[Cropping3D(0, 1, 1)]\n[Cropping3D(0, 1, 1, 0, 2, 0)]"),
        ["UpSampling1D"] = Steps("[UpSampling1D]"),
        ["UpSampling2D"] = Image("[UpSampling2D]"),
        ["UpSampling2DBilinear"] = Image("[UpSampling2D(2, 3, Interpolation = Interpolation.Bilinear)]"),
        ["UpSampling3D"] = Volume("[UpSampling3D(1, 2, 3)]"),
    };

    private static string Model(string input, string layers) => $"[Model]\n[Input({input})]\n{layers}\npublic partial class Cnn;\n";

    private static string Steps(string layers) => Model("12, 4", layers);

    private static string Image(string layers) => Model("9, 10, 4", layers);

    private static string Volume(string layers) => Model("5, 6, 8, 2", layers);
}
