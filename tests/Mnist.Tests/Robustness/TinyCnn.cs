namespace CnnGen.Samples.Mnist.Tests.Robustness;

/// <summary>A network whose files are short, so that most mistakes in them matter.</summary>
[Model]
[Input(7, 6, 2)]
[Conv2D(2, 3, Strides = 2, Activation = Activation.ReLU)]
[Flatten]
[Dense(3, Activation = Activation.Softmax)]
[Training<SmallPictures>(Optimizer = Optimizer.Adam, BatchSize = 4, Seed = 1)]
public sealed partial class TinyCnn;
