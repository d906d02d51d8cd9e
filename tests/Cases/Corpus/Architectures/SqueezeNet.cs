using CnnGen;

namespace Published;

// torchvision's squeezenet1_1.
[Model("squeezenet1_1")]
[Input(224, 224, 3)]
[Conv2D(64, 3, Strides = 2, Activation = Activation.ReLU)]
[MaxPooling2D(3, Strides = 2)]
[Use<Fire>(Filters = 16, Times = 2)]
[MaxPooling2D(3, Strides = 2)]
[Use<Fire>(Filters = 32, Times = 2)]
[MaxPooling2D(3, Strides = 2)]
[Use<Fire>(Filters = 48, Times = 2)]
[Use<Fire>(Filters = 64, Times = 2)]
[Dropout(0.5)]
[Conv2D(1000, 1, Activation = Activation.ReLU)]
[GlobalAveragePooling2D]
[Softmax]
public sealed partial class SqueezeNet;

[Block]
[Conv2D(Arg.Filters, 1, Activation = Activation.ReLU, Name = "squeeze")]
[Conv2D(Arg.Filters * 4, 1, Activation = Activation.ReLU, Name = "expand1")]
[Conv2D(Arg.Filters * 4, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = "expand3", From = "squeeze")]
[Concatenate("expand1", "expand3")]
public sealed class Fire;
