using BigGustave;

namespace CnnGen.Samples.Gallery;

/// <summary>Digits under noise, and the digits as they are.</summary>
[InputData(Digits.Side, Digits.Side, 1)]
[TargetData(Digits.Side, Digits.Side, 1)]
internal sealed class NoisyDigits
{
    private const float Noise = 0.6f;

    public static Dataset Make(IReadOnlyList<Digit> digits, int count, int seed)
    {
        var random = new Random(seed);
        float[] clean = [.. digits.Take(count).SelectMany(digit => digit.Values)];
        float[] noisy = [.. clean.Select(value => Math.Clamp(value + (Noise * ((2 * random.NextSingle()) - 1)), 0, 1))];
        return new Dataset(
            InputColumn.Of(new DataInput("noisy", Digits.Side, Digits.Side, 1), noisy),
            TargetColumn.Of(DataTarget.Numbers("clean", Digits.Side, Digits.Side, 1), clean));
    }
}

/// <summary>A convolutional autoencoder.</summary>
[Model]
[Input(28, 28, 1)]
[Conv2D(16, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[MaxPooling2D]
[Conv2D(32, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[UpSampling2D]
[Conv2D(16, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[Conv2D(1, 3, Padding = Pad.Same, Activation = Activation.Sigmoid)]
[Training<NoisyDigits>(Loss = Loss.BinaryCrossentropy, LearningRate = 0.003, BatchSize = 32, Epochs = 3, Metrics = Metrics.MeanSquaredError)]
internal sealed partial class DenoisingNet;

internal static class Denoising
{
    private const int Shown = 10;

    public static ExhibitResult Run(ExhibitSettings settings, Action<string> tell)
    {
        (IReadOnlyList<Digit> train, IReadOnlyList<Digit> test) = Digits.Load();
        TorchSharp.torch.manual_seed(1);
        using var model = new DenoisingNet();

        model.Fit(NoisyDigits.Make(train, settings.Examples ?? 4000, seed: 1), settings.Options(tell));

        Dataset unseen = NoisyDigits.Make(test, 500, seed: 2);
        string picture = Path.Combine(settings.Directory, "denoising.png");
        Write(picture, model, unseen.Take(Shown));
        tell($"{picture}: noisy digits above, without noise below");
        return new ExhibitResult("error, as a share of that of the noise", model.Evaluate(unseen)["mean_squared_error"] / NoiseOf(unseen), 0.25) { IsLimit = true };
    }

    private static double NoiseOf(Dataset data)
    {
        Batch all = new BatchBuffer(data, data.Count).Fill(0, data.Count);
        return all.Inputs[0].ToArray().Zip(all.Targets[0].Values.ToArray(), (noisy, clean) => Math.Pow(noisy - clean, 2)).Average();
    }

    private static void Write(string path, DenoisingNet model, Dataset data)
    {
        float[] before = new BatchBuffer(data, data.Count).Fill(0, data.Count).Inputs[0].ToArray();
        float[] after = [.. model.Predict(data).SelectMany(map => map.Values.ToArray())];
        var png = PngBuilder.Create(data.Count * Digits.Side, 2 * Digits.Side, hasAlphaChannel: false);
        for (int i = 0; i < before.Length; i++)
        {
            (int digit, int row, int column) = (i / Digits.Pixels, i / Digits.Side % Digits.Side, i % Digits.Side);
            int x = (digit * Digits.Side) + column;
            png.SetPixel(Grey(before[i]), x, row);
            png.SetPixel(Grey(after[i]), x, Digits.Side + row);
        }

        using FileStream file = File.Create(path);
        png.Save(file);

        static Pixel Grey(float value) => new((byte)Math.Round(255 * Math.Clamp(value, 0, 1)));
    }
}
