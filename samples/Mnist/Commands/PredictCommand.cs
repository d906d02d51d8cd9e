using System.CommandLine;
using System.Globalization;
using CnnGen.Interop;
using CnnGen.Samples.Mnist.Images;
using CnnGen.Samples.Mnist.Reports;

namespace CnnGen.Samples.Mnist.Commands;

/// <summary><c>predict MODEL --weights FILE IMAGE</c>: reads one digit, draws it and says what it is.</summary>
internal static class PredictCommand
{
    private const string TestPrefix = "test:";

    public static Command Create()
    {
        var model = Words.Model();
        var image = new Argument<string>("IMAGE")
        {
            Description = "A PNG or PGM file of 28×28 pixels, or test:123 for the 124th test digit.",
            Validators = { Words.NotEmpty },
        };
        var weights = Words.Weights();
        var data = Words.Data();
        var command = new Command("predict", "Reads one digit.") { model, image, weights, data };
        command.SetAction(parsed =>
            Run(parsed.GetRequiredValue(model), parsed.GetRequiredValue(weights), parsed.GetRequiredValue(image), parsed.GetValue(data)));
        return command;
    }

    private static int Run(ModelEntry entry, string weights, string image, string? directory)
    {
        using var model = entry.Create();
        NetworkFormat.LoadWeights(model, weights);
        var (digit, label) = Find(image, directory);
        var prediction = Inference.Predict(model, digit);

        foreach (var line in DigitArt.Draw(digit).Concat(ProbabilityBars.Draw(prediction.Probabilities)))
        {
            Console.WriteLine(line);
        }

        var truth = label is null ? "" : label == prediction.Label ? ", which is right" : $", but it is a {label}";
        Console.WriteLine($"{entry.Name} reads a {prediction.Label} ({Numbers.Percent(prediction.Probability)}){truth}.");
        return ExitCode.Success;
    }

    private static (Image Digit, int? Label) Find(string image, string? directory)
    {
        if (!image.StartsWith(TestPrefix, StringComparison.OrdinalIgnoreCase))
        {
            var digit = ImageFile.Read(image, out var inverted);
            if (inverted)
            {
                Console.Error.WriteLine($"{image} is dark on bright and was inverted: MNIST's digits are white on black.");
            }

            return (digit, null);
        }

        var test = Digits.Load(directory).Test;
        var text = image[TestPrefix.Length..];
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= test.Count)
        {
            throw new CnnGenException($"There is no test digit '{text}': they go from {TestPrefix}0 to {TestPrefix}{test.Count - 1}.");
        }

        return (test.Images[index], test.Labels[index]);
    }
}
