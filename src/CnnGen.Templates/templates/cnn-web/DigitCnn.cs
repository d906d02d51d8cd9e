using CnnGen;

namespace Network._1;

/// <summary>Reads a handwritten digit of 28×28 pixels.</summary>
[Model]
[Input(28, 28, 1)]
[Conv2D(16, 3, Activation = Activation.ReLU)]
[MaxPooling2D]
[Conv2D(32, 3, Activation = Activation.ReLU)]
[MaxPooling2D]
[Flatten]
[Dropout(0.2)]
[Dense(10, Activation = Activation.Softmax)]
[Training<Mnist>(LearningRate = 0.005, Schedule = Schedule.OneCycle, BatchSize = 64, Epochs = 3, Seed = 1)]
public sealed partial class DigitCnn;
