namespace CnnGen.Samples.Gallery;

/// <summary>Four waveforms with any pitch and phase, under noise.</summary>
[InputData(Steps, 1)]
[TargetData(Classes = 4)]
internal sealed class Waveforms
{
    public const int Steps = 128;

    private static readonly Func<double, double>[] s_waves =
    [
        phase => Math.Sin(2 * Math.PI * phase),
        phase => phase < 0.5 ? 1 : -1,
        phase => (2 * phase) - 1,
        phase => 1 - (4 * Math.Abs(phase - 0.5)),
    ];

    public static Dataset Make(int count, int seed)
    {
        var random = new Random(seed);
        var values = new float[count * Steps];
        var labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = random.Next(s_waves.Length);
            (double turns, double phase) = (2 + (3 * random.NextDouble()), random.NextDouble());
            for (int step = 0; step < Steps; step++)
            {
                double place = (turns * step / Steps) + phase;
                values[(i * Steps) + step] = (float)(s_waves[labels[i]](place - Math.Floor(place)) + (0.4 * (random.NextDouble() - 0.5)));
            }
        }

        return new Dataset(
            InputColumn.Of(new DataInput("signal", Steps, 1), values),
            TargetColumn.Of(DataTarget.ClassIndex("waveform", s_waves.Length), labels));
    }
}

/// <summary>Convolutions along the time.</summary>
[Model]
[Input(128, 1)]
[Conv1D(16, 7, Activation = Activation.ReLU)]
[MaxPooling1D]
[Conv1D(32, 5, Activation = Activation.ReLU)]
[MaxPooling1D]
[Conv1D(32, 3, Activation = Activation.ReLU)]
[GlobalAveragePooling1D]
[Dense(4, Activation = Activation.Softmax)]
[Training<Waveforms>(LearningRate = 0.003, BatchSize = 32, Epochs = 6)]
internal sealed partial class SignalNet;

internal static class Signals
{
    public static ExhibitResult Run(ExhibitSettings settings, Action<string> tell)
    {
        TorchSharp.torch.manual_seed(1);
        using var model = new SignalNet();

        model.Fit(Waveforms.Make(settings.Examples ?? 4000, seed: 1), settings.Options(tell));

        return new ExhibitResult("accuracy", model.Evaluate(Waveforms.Make(1000, seed: 2))["accuracy"], 0.97);
    }
}
