#:project ../../src/CnnGen.Terminal
#:property DeclaresModels=true
#:property UsesTorch=true
using CnnGen;
using CnnGen.Terminal;

var digits = Mnist.Load(Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "../Mnist/Digits"));
using var model = new DigitReader();
using var view = new LiveView();
model.Fit(digits.Train, new TrainingOptions { Callbacks = [view] });
Console.WriteLine($"{model.Evaluate(digits.Test).Accuracy:P1} of {digits.Test.Count} new digits are read right.");

[Model, Input(28, 28, 1)]
[Conv2D(16, 3, Activation = Activation.ReLU)]
[MaxPooling2D]
[Conv2D(32, 3, Activation = Activation.ReLU)]
[MaxPooling2D]
[Flatten]
[Dense(10, Activation = Activation.Softmax)]
[Training<Mnist>(LearningRate = 0.003, Schedule = Schedule.OneCycle, Epochs = 8, Seed = 1)]
public sealed partial class DigitReader;
