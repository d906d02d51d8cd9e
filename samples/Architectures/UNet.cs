namespace CnnGen.Samples.Architectures;

/// <summary>
/// Segmentation with skip connections: Ronneberger, Fischer and Brox, arXiv 1505.04597, with 'same' padding and a sigmoid for each
/// pixel, as it is most used in Keras.
/// </summary>
[Model("unet")]
[Input("image", 256, 256, 1)]
[Use<TwoConvolutions>(Filters = 64, Name = "level1")]
[MaxPooling2D]
[Use<TwoConvolutions>(Filters = 128, Name = "level2")]
[MaxPooling2D]
[Use<TwoConvolutions>(Filters = 256, Name = "level3")]
[MaxPooling2D]
[Use<TwoConvolutions>(Filters = 512)]
[Dropout(0.5, Name = "level4")]
[MaxPooling2D]
[Use<TwoConvolutions>(Filters = 1024)]
[Dropout(0.5)]
[Use<Decoder>("level4", Filters = 512)]
[Use<Decoder>("level3", Filters = 256)]
[Use<Decoder>("level2", Filters = 128)]
[Use<Decoder>("level1", Filters = 64)]
[Conv2D(2, 3, Padding = Pad.Same, Activation = Activation.ReLU, KernelInitializer = Initializer.HeNormal)]
[Conv2D(1, 1, Activation = Activation.Sigmoid)]
public sealed partial class UNet;

/// <summary>What stands on each level, down and up.</summary>
[Block]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, Activation = Activation.ReLU, KernelInitializer = Initializer.HeNormal)]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, Activation = Activation.ReLU, KernelInitializer = Initializer.HeNormal)]
public sealed class TwoConvolutions;

/// <summary>A level on the way up: what comes from below, beside what the level gave on the way down.</summary>
[Block]
[Input("skip")]
[Use<Enlarging>(Filters = Arg.Filters, Name = "up")]
[Concatenate("skip", "up")]
[Use<TwoConvolutions>(Filters = Arg.Filters)]
public sealed class Decoder;

/// <summary>Twice the map, half the channels.</summary>
[Block]
[UpSampling2D]
[Conv2D(Arg.Filters, 2, Padding = Pad.Same, Activation = Activation.ReLU, KernelInitializer = Initializer.HeNormal)]
public sealed class Enlarging;
