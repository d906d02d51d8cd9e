using CnnGen;

namespace Published;

// keras.applications.MobileNet.
[Model("mobilenet")]
[Input("image", 224, 224, 3)]
[Conv2D(32, 3, Strides = 2, Padding = Pad.Same, UseBias = false)]
[BatchNormalization]
[ReLU(MaxValue = 6)]
[Use<DepthwiseUnit>(Filters = 64)]
[Use<DepthwiseUnit>(Filters = 128, Strides = 2)]
[Use<DepthwiseUnit>(Filters = 128)]
[Use<DepthwiseUnit>(Filters = 256, Strides = 2)]
[Use<DepthwiseUnit>(Filters = 256)]
[Use<DepthwiseUnit>(Filters = 512, Strides = 2, Times = 6)]
[Use<DepthwiseUnit>(Filters = 1024, Strides = 2, Times = 2)]
[GlobalAveragePooling2D(KeepDims = true)]
[Dropout(0.001)]
[Conv2D(1000, 1, Padding = Pad.Same)]
[Reshape(1000)]
[Softmax]
public sealed partial class MobileNet;

[Block]
[DepthwiseConv2D(3, Strides = Arg.Strides, Padding = Pad.Same, UseBias = false)]
[BatchNormalization]
[ReLU(MaxValue = 6)]
[Conv2D(Arg.Filters, 1, Padding = Pad.Same, UseBias = false)]
[BatchNormalization]
[ReLU(MaxValue = 6)]
public sealed class DepthwiseUnit;

// keras.applications.MobileNetV3Small. Units stands for the channels of squeeze-and-excite.
[Model("mobilenet_v3_small")]
[Input("image", 224, 224, 3)]
[Rescaling(1 / 127.5, Offset = -1)]
[Conv2D(16, 3, Strides = 2, Padding = Pad.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.999)]
[Activation(Activation.HardSiLU)]
[Use<V3First>]
[Use<V3Plain>(Expansion = 72, Filters = 24, KernelSize = 3, Strides = 2, Activation = Activation.ReLU)]
[Use<V3PlainResidual>(Expansion = 88, Filters = 24, KernelSize = 3, Activation = Activation.ReLU)]
[Use<V3Squeezed>(Expansion = 96, Filters = 40, KernelSize = 5, Strides = 2, Units = 24, Activation = Activation.HardSiLU)]
[Use<V3SqueezedResidual>(Expansion = 240, Filters = 40, KernelSize = 5, Units = 64, Activation = Activation.HardSiLU, Times = 2)]
[Use<V3Squeezed>(Expansion = 120, Filters = 48, KernelSize = 5, Units = 32, Activation = Activation.HardSiLU)]
[Use<V3SqueezedResidual>(Expansion = 144, Filters = 48, KernelSize = 5, Units = 40, Activation = Activation.HardSiLU)]
[Use<V3Squeezed>(Expansion = 288, Filters = 96, KernelSize = 5, Strides = 2, Units = 72, Activation = Activation.HardSiLU)]
[Use<V3SqueezedResidual>(Expansion = 576, Filters = 96, KernelSize = 5, Units = 144, Activation = Activation.HardSiLU, Times = 2)]
[Conv2D(576, 1, Padding = Pad.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.999)]
[Activation(Activation.HardSiLU)]
[GlobalAveragePooling2D(KeepDims = true)]
[Conv2D(1024, 1, Padding = Pad.Same, Activation = Activation.HardSiLU)]
[Dropout(0.2)]
[Conv2D(1000, 1, Padding = Pad.Same)]
[Flatten]
[Softmax]
public sealed partial class MobileNetV3Small;

[Block]
[DepthwiseConv2D(3, Strides = 2, Padding = Pad.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.999)]
[ReLU]
[Use<SqueezeExcite>(Units = 8, Filters = 16)]
[Conv2D(16, 1, UseBias = false)]
[BatchNormalization(Momentum = 0.999)]
public sealed class V3First;

[Block]
[Conv2D(Arg.Expansion, 1, UseBias = false)]
[BatchNormalization(Momentum = 0.999)]
[Activation(Arg.Activation)]
[DepthwiseConv2D(Arg.KernelSize, Strides = Arg.Strides, Padding = Pad.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.999)]
[Activation(Arg.Activation)]
[Conv2D(Arg.Filters, 1, UseBias = false)]
[BatchNormalization(Momentum = 0.999)]
public sealed class V3Plain;

[Block]
[Use<V3Plain>(Expansion = Arg.Expansion, Filters = Arg.Filters, KernelSize = Arg.KernelSize, Activation = Arg.Activation)]
[Add("input")]
public sealed class V3PlainResidual;

[Block]
[Conv2D(Arg.Expansion, 1, UseBias = false)]
[BatchNormalization(Momentum = 0.999)]
[Activation(Arg.Activation)]
[DepthwiseConv2D(Arg.KernelSize, Strides = Arg.Strides, Padding = Pad.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.999)]
[Activation(Arg.Activation)]
[Use<SqueezeExcite>(Units = Arg.Units, Filters = Arg.Expansion)]
[Conv2D(Arg.Filters, 1, UseBias = false)]
[BatchNormalization(Momentum = 0.999)]
public sealed class V3Squeezed;

[Block]
[Use<V3Squeezed>(Expansion = Arg.Expansion, Filters = Arg.Filters, KernelSize = Arg.KernelSize, Units = Arg.Units, Activation = Arg.Activation)]
[Add("input")]
public sealed class V3SqueezedResidual;

[Block]
[GlobalAveragePooling2D(KeepDims = true)]
[Conv2D(Arg.Units, 1, Activation = Activation.ReLU)]
[Conv2D(Arg.Filters, 1, Activation = Activation.HardSigmoid)]
[Multiply("input")]
public sealed class SqueezeExcite;
