using CnnGen;
using CnnGen.Terminal;
using Network._1;

Console.WriteLine(StripeCnn.Summary);

// Training, on data that is split into what is learned and what is only looked at.
ImageDataset data = StripeData.Draw(1000, seed: 1), test = StripeData.Draw(200, seed: 2);
using var model = new StripeCnn();
using var view = new LiveView();
model.Fit(data, new TrainingOptions { ValidationSplit = 0.1, Callbacks = [view] });
Console.WriteLine($"{model.Evaluate(test).Accuracy:P1} of {test.Count} new pictures are told right.");

// The trained network: kept in a file, read again, asked.
model.Save("stripes.safetensors");
using var trained = new StripeCnn();
trained.Load("stripes.safetensors");
Prediction prediction = trained.Predict(test.Images[0]);
Console.WriteLine($"The first one runs {StripeData.Classes[prediction.Label]} ({prediction.Probability:P1} sure); it was drawn {StripeData.Classes[test.Labels[0]]}.");
