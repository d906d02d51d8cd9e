namespace CnnGen.Samples.Architectures;

/// <summary>Deep residual learning, 18 layers: He, Zhang, Ren and Sun, arXiv 1512.03385, table 1.</summary>
[Model("resnet18")]
[Input("image", 224, 224, 3)]
[Conv2D(64, 7, Strides = 2, Padding = Pad.Same, UseBias = false)]
[BatchNormalization]
[ReLU]
[MaxPooling2D(3, Strides = 2, Padding = Pad.Same)]
[Use<ResidualBlock>(Filters = 64, Times = 2)]
[Use<DownsamplingBlock>(Filters = 128)]
[Use<ResidualBlock>(Filters = 128)]
[Use<DownsamplingBlock>(Filters = 256)]
[Use<ResidualBlock>(Filters = 256)]
[Use<DownsamplingBlock>(Filters = 512)]
[Use<ResidualBlock>(Filters = 512)]
[GlobalAveragePooling2D]
[Dense(1000, Activation = Activation.Softmax)]
public sealed partial class ResNet18;

/// <summary>Two convolutions, and what came in added to what they give.</summary>
[Block]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, UseBias = false)]
[BatchNormalization]
[ReLU]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, UseBias = false)]
[BatchNormalization]
[Add("input")]
[ReLU]
public sealed class ResidualBlock;

/// <summary>The same on half the map: a 1×1 convolution brings what came in to the new shape.</summary>
[Block]
[Conv2D(Arg.Filters, 3, Strides = 2, Padding = Pad.Same, UseBias = false)]
[BatchNormalization]
[ReLU]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, UseBias = false)]
[BatchNormalization(Name = "residual")]
[Conv2D(Arg.Filters, 1, Strides = 2, UseBias = false, From = "input")]
[BatchNormalization]
[Add("residual")]
[ReLU]
public sealed class DownsamplingBlock;
