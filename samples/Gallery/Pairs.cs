namespace CnnGen.Samples.Gallery;

/// <summary>Two digits, as often the same as different ones.</summary>
[InputData("left", Digits.Side, Digits.Side, 1)]
[InputData("right", Digits.Side, Digits.Side, 1)]
[TargetData("same", Classes = 2)]
internal sealed class DigitPairs
{
    public static Dataset Make(IReadOnlyList<Digit> digits, int count, int seed)
    {
        var random = new Random(seed);
        ILookup<int, Digit> byLabel = digits.ToLookup(digit => digit.Label);
        Digit[][] classes = [.. byLabel.OrderBy(group => group.Key).Select(group => group.ToArray())];
        var (left, right, same) = (new List<float>(), new List<float>(), new int[count]);
        for (int i = 0; i < count; i++)
        {
            int label = random.Next(classes.Length);
            same[i] = random.Next(2);
            int other = same[i] == 1 ? label : (label + 1 + random.Next(classes.Length - 1)) % classes.Length;
            left.AddRange(classes[label][random.Next(classes[label].Length)].Values);
            right.AddRange(classes[other][random.Next(classes[other].Length)].Values);
        }

        return new Dataset(
            [
                InputColumn.Of(new DataInput("left", Digits.Side, Digits.Side, 1), left.ToArray()),
                InputColumn.Of(new DataInput("right", Digits.Side, Digits.Side, 1), right.ToArray()),
            ],
            [TargetColumn.Of(DataTarget.ClassIndex("same", 2), same)]);
    }
}

/// <summary>What a picture shows, in 32 numbers.</summary>
[Model]
[Input(28, 28, 1)]
[Conv2D(16, 3, Activation = Activation.ReLU)]
[MaxPooling2D]
[Conv2D(32, 3, Activation = Activation.ReLU)]
[MaxPooling2D]
[Flatten]
[Dense(32)]
internal sealed partial class DigitCode;

/// <summary>Both pictures go through the same layers; how far their codes are apart says whether they are the same.</summary>
[Model]
[Input("left", 28, 28, 1)]
[Input("right", 28, 28, 1)]
[Use<DigitCode>(Name = "code", From = "left")]
[Reuse("code", From = "right", Name = "other")]
[Subtract("code", "other", Name = "difference")]
[Multiply("difference", "difference")]
[Dense(1, Activation = Activation.Sigmoid)]
[Training<DigitPairs>(LearningRate = 0.002, BatchSize = 64, Epochs = 3)]
internal sealed partial class PairNet;

internal static class Pairs
{
    public static ExhibitResult Run(ExhibitSettings settings, Action<string> tell)
    {
        (IReadOnlyList<Digit> train, IReadOnlyList<Digit> test) = Digits.Load();
        TorchSharp.torch.manual_seed(1);
        using var model = new PairNet();

        model.Fit(DigitPairs.Make(train, settings.Examples ?? 36000, seed: 1), settings.Options(tell));

        tell($"a digit beside itself: {model.Predict(test[0].Values, test[0].Values)}");
        return new ExhibitResult("accuracy", model.Evaluate(DigitPairs.Make(test, 2000, seed: 2))["accuracy"], 0.93);
    }
}
