namespace CnnGen.Benchmarks.Picture;

/// <summary>The network of the README and of samples/Digits/digits.cs.</summary>
[Model, Input(28, 28, 1)]
[Conv2D(16, 3, Activation = Activation.ReLU)]
[MaxPooling2D]
[Conv2D(32, 3, Activation = Activation.ReLU)]
[MaxPooling2D]
[Flatten]
[Dense(10, Activation = Activation.Softmax)]
[Training<Mnist>(LearningRate = 0.003, Schedule = Schedule.OneCycle, Epochs = 8, Seed = 1)]
public sealed partial class DigitReader;
