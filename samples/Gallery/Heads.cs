namespace CnnGen.Samples.Gallery;

/// <summary>Digits of which every other one leans back, which no hand does.</summary>
[InputData(Digits.Side, Digits.Side, 1)]
[TargetData("digit", Classes = 10)]
[TargetData("slanted", Classes = 2)]
internal sealed class SlantedDigits
{
    private const float Lean = 0.6f;

    public static Dataset Make(IReadOnlyList<Digit> digits, int count)
    {
        Digit[] chosen = [.. digits.Take(count)];
        int[] slanted = [.. chosen.Select((_, i) => i % 2)];
        return new Dataset(
            [InputColumn.Of(new DataInput("picture", Digits.Side, Digits.Side, 1), chosen.SelectMany((digit, i) => digit.Leaning(Lean * slanted[i]).Values).ToArray())],
            [
                TargetColumn.Of(DataTarget.ClassIndex("digit", 10), chosen.Select(digit => digit.Label).ToArray()),
                TargetColumn.Of(DataTarget.ClassIndex("slanted", 2), slanted),
            ]);
    }
}

/// <summary>One body and two heads, each with a loss of its own.</summary>
[Model]
[Input(28, 28, 1)]
[Conv2D(16, 3, Activation = Activation.ReLU)]
[MaxPooling2D]
[Conv2D(32, 3, Activation = Activation.ReLU)]
[MaxPooling2D]
[Flatten]
[Dense(64, Activation = Activation.ReLU, Name = "code")]
[Dense(10, Activation = Activation.Softmax, Name = "digit")]
[Dense(1, Activation = Activation.Sigmoid, Name = "slanted", From = "code")]
[Output("digit")]
[Output("slanted", Weight = 0.5)]
[Training<SlantedDigits>(LearningRate = 0.002, BatchSize = 32, Epochs = 3)]
internal sealed partial class HeadsNet;

internal static class Heads
{
    public static ExhibitResult Run(ExhibitSettings settings, Action<string> tell)
    {
        (IReadOnlyList<Digit> train, IReadOnlyList<Digit> test) = Digits.Load();
        TorchSharp.torch.manual_seed(1);
        using var model = new HeadsNet();

        model.Fit(SlantedDigits.Make(train, settings.Examples ?? 8000), settings.Options(tell));

        EvaluationResult result = model.Evaluate(SlantedDigits.Make(test, 1000));
        HeadsNet.Predictions first = model.Predict(test[0].Leaning(0.6f).Values);
        tell($"a {test[0].Label} that leans back: read as {first.Digit}, leaning: {first.Slanted}");
        tell($"digit: {result["digit_accuracy"]:P2}, slanted: {result["slanted_accuracy"]:P2}");
        return new ExhibitResult("accuracy of the worse head", Math.Min(result["digit_accuracy"], result["slanted_accuracy"]), 0.93);
    }
}
