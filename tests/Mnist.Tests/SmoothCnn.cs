namespace CnnGen.Samples.Mnist.Tests;

/// <summary>A network without kinks, so that differences are close to the slope.</summary>
[Model]
[Input(7, 6, 2)]
[Conv2D(4, 3, Padding = Pad.Same, Activation = Activation.ELU)]
[AveragePooling2D(2, Padding = Pad.Same)]
[Conv2D(3, 2, 3, Strides = 2, Padding = Pad.Same, Activation = Activation.SiLU)]
[Flatten]
[Dense(5, Activation = Activation.Tanh)]
[Dense(3, Activation = Activation.Softmax)]
[Training<SmallPictures>(Optimizer = Optimizer.SGD)]
public sealed partial class SmoothCnn;
