using CnnGen;

namespace Published;

// keras.applications.VGG16.
[Model("vgg16")]
[Input("image", 224, 224, 3)]
[Use<VggPair>(Filters = 64, Name = "block1")]
[Use<VggPair>(Filters = 128, Name = "block2")]
[Use<VggTriple>(Filters = 256, Name = "block3")]
[Use<VggTriple>(Filters = 512, Name = "block4")]
[Use<VggTriple>(Filters = 512, Name = "block5")]
[Flatten(Name = "flatten")]
[Dense(4096, Activation = Activation.ReLU, Name = "fc1")]
[Dense(4096, Activation = Activation.ReLU, Name = "fc2")]
[Dense(1000, Activation = Activation.Softmax, Name = "predictions")]
public sealed partial class Vgg16;

// The same with include_top=False, on a small image.
[Model("vgg16_notop")]
[Input("image", 64, 64, 3)]
[Use<VggPair>(Filters = 64)]
[Use<VggPair>(Filters = 128)]
[Use<VggTriple>(Filters = 256)]
[Use<VggTriple>(Filters = 512, Times = 2)]
public sealed partial class Vgg16NoTop;

[Block]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[MaxPooling2D]
public sealed class VggPair;

[Block]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[Conv2D(Arg.Filters, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[MaxPooling2D]
public sealed class VggTriple;
