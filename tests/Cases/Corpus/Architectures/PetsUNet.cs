using CnnGen;

namespace Published;

// Keras's example "Image segmentation with a U-Net-like architecture": a softmax of 3 classes at each pixel.
[Model("pets_unet")]
[Input("image", 160, 160, 3)]
[Conv2D(32, 3, Strides = 2, Padding = Pad.Same)]
[BatchNormalization]
[ReLU]
[Use<PetsDown>(Filters = 64)]
[Use<PetsDown>(Filters = 128)]
[Use<PetsDown>(Filters = 256)]
[Use<PetsUp>(Filters = 256)]
[Use<PetsUp>(Filters = 128)]
[Use<PetsUp>(Filters = 64)]
[Use<PetsUp>(Filters = 32)]
[Conv2D(3, 3, Padding = Pad.Same, Activation = Activation.Softmax)]
public sealed partial class PetsUNet;

[Block]
[ReLU]
[SeparableConv2D(Arg.Filters, 3, Padding = Pad.Same)]
[BatchNormalization]
[ReLU]
[SeparableConv2D(Arg.Filters, 3, Padding = Pad.Same)]
[BatchNormalization]
[MaxPooling2D(3, Strides = 2, Padding = Pad.Same, Name = "pooled")]
[Conv2D(Arg.Filters, 1, Strides = 2, Padding = Pad.Same, From = "input")]
[Add("pooled")]
public sealed class PetsDown;

[Block]
[ReLU]
[Conv2DTranspose(Arg.Filters, 3, Padding = Pad.Same)]
[BatchNormalization]
[ReLU]
[Conv2DTranspose(Arg.Filters, 3, Padding = Pad.Same)]
[BatchNormalization]
[UpSampling2D(Name = "up")]
[UpSampling2D(From = "input")]
[Conv2D(Arg.Filters, 1, Padding = Pad.Same)]
[Add("up")]
public sealed class PetsUp;
