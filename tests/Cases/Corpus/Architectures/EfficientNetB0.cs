using CnnGen;

namespace Published;

// keras.applications.EfficientNetB0.
[Model("efficientnetb0")]
[Input("image", 224, 224, 3)]
[Rescaling(1.0 / 255)]
[Normalization]
[ZeroPadding2D(0, 1, 0, 1)]
[Conv2D(32, 3, Strides = 2, UseBias = false)]
[BatchNormalization]
[SiLU]
[Use<MBConv1>]
[Use<MBConv>(Expansion = 96, Units = 4, KernelSize = 3, Strides = 2, Filters = 24)]
[Use<MBConvResidual>(Expansion = 144, Units = 6, KernelSize = 3, Filters = 24)]
[Use<MBConv>(Expansion = 144, Units = 6, KernelSize = 5, Strides = 2, Filters = 40)]
[Use<MBConvResidual>(Expansion = 240, Units = 10, KernelSize = 5, Filters = 40)]
[Use<MBConv>(Expansion = 240, Units = 10, KernelSize = 3, Strides = 2, Filters = 80)]
[Use<MBConvResidual>(Expansion = 480, Units = 20, KernelSize = 3, Filters = 80, Times = 2)]
[Use<MBConv>(Expansion = 480, Units = 20, KernelSize = 5, Filters = 112)]
[Use<MBConvResidual>(Expansion = 672, Units = 28, KernelSize = 5, Filters = 112, Times = 2)]
[Use<MBConv>(Expansion = 672, Units = 28, KernelSize = 5, Strides = 2, Filters = 192)]
[Use<MBConvResidual>(Expansion = 1152, Units = 48, KernelSize = 5, Filters = 192, Times = 3)]
[Use<MBConv>(Expansion = 1152, Units = 48, KernelSize = 3, Filters = 320)]
[Conv2D(1280, 1, UseBias = false)]
[BatchNormalization]
[SiLU]
[GlobalAveragePooling2D]
[Dropout(0.2)]
[Dense(1000, Activation = Activation.Softmax)]
public sealed partial class EfficientNetB0;

[Block]
[DepthwiseConv2D(3, Padding = Pad.Same, UseBias = false)]
[BatchNormalization]
[SiLU]
[Use<SwishSqueezeExcite>(Units = 8, Filters = 32)]
[Conv2D(16, 1, UseBias = false)]
[BatchNormalization]
public sealed class MBConv1;

[Block]
[Conv2D(Arg.Expansion, 1, UseBias = false)]
[BatchNormalization]
[SiLU]
[DepthwiseConv2D(Arg.KernelSize, Strides = Arg.Strides, Padding = Pad.Same, UseBias = false)]
[BatchNormalization]
[SiLU]
[Use<SwishSqueezeExcite>(Units = Arg.Units, Filters = Arg.Expansion)]
[Conv2D(Arg.Filters, 1, UseBias = false)]
[BatchNormalization]
public sealed class MBConv;

// Keras's dropout of whole branches, at the mean of its rates, which rise from 0 to 0.2.
[Block]
[Use<MBConv>(Expansion = Arg.Expansion, Units = Arg.Units, KernelSize = Arg.KernelSize, Filters = Arg.Filters)]
[Dropout(0.1, NoiseShape = new[] { -1, 1, 1, 1 })]
[Add("input")]
public sealed class MBConvResidual;

[Block]
[GlobalAveragePooling2D(KeepDims = true)]
[Conv2D(Arg.Units, 1, Activation = Activation.SiLU)]
[Conv2D(Arg.Filters, 1, Activation = Activation.Sigmoid)]
[Multiply("input")]
public sealed class SwishSqueezeExcite;
