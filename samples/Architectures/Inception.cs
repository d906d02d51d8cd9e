namespace CnnGen.Samples.Architectures;

/// <summary>
/// The beginning of GoogLeNet, up to two of its Inception modules, with a second classifier on the first: Szegedy and others,
/// arXiv 1409.4842, table 1. Two outputs: <c>forward</c> gives both.
/// </summary>
[Model("inception")]
[Input("image", 224, 224, 3)]
[Conv2D(64, 7, Strides = 2, Padding = Pad.Same, Activation = Activation.ReLU)]
[MaxPooling2D(3, Strides = 2, Padding = Pad.Same)]
[Conv2D(64, 1, Activation = Activation.ReLU)]
[Conv2D(192, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[MaxPooling2D(3, Strides = 2, Padding = Pad.Same)]
[Use<InceptionModule>(Filters = 16, Name = "inception_3a")]
[Use<InceptionModule>(Filters = 32)]
[GlobalAveragePooling2D]
[Dropout(0.4)]
[Dense(1000, Activation = Activation.Softmax, Name = "classes")]
[AveragePooling2D(5, Strides = 3, From = "inception_3a")]
[Conv2D(128, 1, Activation = Activation.ReLU)]
[GlobalAveragePooling2D]
[Dense(1000, Activation = Activation.Softmax, Name = "early_classes")]
[Output("classes", "early_classes")]
public sealed partial class Inception;

/// <summary>Four ways through the map side by side, in the proportions of module 3a.</summary>
[Block]
[Conv2D(Arg.Filters * 4, 1, Activation = Activation.ReLU, Name = "narrow")]
[Conv2D(Arg.Filters * 6, 1, Activation = Activation.ReLU, From = "input")]
[Conv2D(Arg.Filters * 8, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = "middle")]
[Conv2D(Arg.Filters, 1, Activation = Activation.ReLU, From = "input")]
[Conv2D(Arg.Filters * 2, 5, Padding = Pad.Same, Activation = Activation.ReLU, Name = "wide")]
[MaxPooling2D(3, Strides = 1, Padding = Pad.Same, From = "input")]
[Conv2D(Arg.Filters * 2, 1, Activation = Activation.ReLU, Name = "pooled")]
[Concatenate("narrow", "middle", "wide", "pooled")]
public sealed class InceptionModule;
