using System.Globalization;
using CnnGen;
using CnnGen.Samples.Mnist;

// What is published twice, for the runtime's compiler and compiled ahead of time:
//   train DIGITS EPOCHS WEIGHTS   prints the images a second of each epoch, and writes the weights
//   predict WEIGHTS               prints the class of one picture
using var model = new SameCnn();
if (args[0] == "train")
{
    CnnGen.Mnist digits = CnnGen.Mnist.Load(args[1]);
    TrainingHistory history = model.Fit(digits.Train, new TrainingOptions { Epochs = int.Parse(args[2], CultureInfo.InvariantCulture), Seed = 1 });
    WeightFile.Save(model, args[3]);
    Console.WriteLine(string.Join(' ', history.Epochs.Select(static epoch => epoch.ImagesPerSecond.ToString("F1", CultureInfo.InvariantCulture))));
}
else
{
    WeightFile.Load(model, args[1]);
    Console.WriteLine(model.Predict(new Image(28, 28, 1, new byte[28 * 28])).Label);
}
