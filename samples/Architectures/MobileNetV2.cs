namespace CnnGen.Samples.Architectures;

/// <summary>Inverted residuals and linear bottlenecks: Sandler and others, arXiv 1801.04381, table 2.</summary>
[Model("mobilenetv2")]
[Input("image", 224, 224, 3)]
[Conv2D(32, 3, Strides = 2, Padding = Pad.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.999)]
[ReLU(MaxValue = 6)]
[Use<Projection>(Filters = 16)]
[Use<Bottleneck>(Expansion = 96, Filters = 24, Strides = 2)]
[Use<InvertedResidual>(Expansion = 144, Filters = 24)]
[Use<Bottleneck>(Expansion = 144, Filters = 32, Strides = 2)]
[Use<InvertedResidual>(Expansion = 192, Filters = 32, Times = 2)]
[Use<Bottleneck>(Expansion = 192, Filters = 64, Strides = 2)]
[Use<InvertedResidual>(Expansion = 384, Filters = 64, Times = 3)]
[Use<Bottleneck>(Expansion = 384, Filters = 96)]
[Use<InvertedResidual>(Expansion = 576, Filters = 96, Times = 2)]
[Use<Bottleneck>(Expansion = 576, Filters = 160, Strides = 2)]
[Use<InvertedResidual>(Expansion = 960, Filters = 160, Times = 2)]
[Use<Bottleneck>(Expansion = 960, Filters = 320)]
[Conv2D(1280, 1, UseBias = false)]
[BatchNormalization(Momentum = 0.999)]
[ReLU(MaxValue = 6)]
[GlobalAveragePooling2D]
[Dense(1000, Activation = Activation.Softmax)]
public sealed partial class MobileNetV2;

/// <summary>Each channel on its own, then fewer channels without an activation.</summary>
[Block]
[DepthwiseConv2D(3, Strides = Arg.Strides, Padding = Pad.Same, UseBias = false)]
[BatchNormalization(Momentum = 0.999)]
[ReLU(MaxValue = 6)]
[Conv2D(Arg.Filters, 1, UseBias = false)]
[BatchNormalization(Momentum = 0.999)]
public sealed class Projection;

/// <summary>More channels, then a projection.</summary>
[Block]
[Conv2D(Arg.Expansion, 1, UseBias = false)]
[BatchNormalization(Momentum = 0.999)]
[ReLU(MaxValue = 6)]
[Use<Projection>(Filters = Arg.Filters, Strides = Arg.Strides)]
public sealed class Bottleneck;

/// <summary>The same, added to what came in.</summary>
[Block]
[Use<Bottleneck>(Expansion = Arg.Expansion, Filters = Arg.Filters)]
[Add("input")]
public sealed class InvertedResidual;
