namespace CnnGen.Samples.Gallery;

/// <summary>Pictures of a digit somewhere on a noisy ground, and for each pixel whether it is of the digit.</summary>
[InputData(Side, Side, 1)]
[TargetData(Side, Side, Classes = 2)]
internal sealed class NoisyGround
{
    public const int Side = 32;

    private const float Ink = 0.5f;

    public static Dataset Make(IReadOnlyList<Digit> digits, int count, int seed)
    {
        var random = new Random(seed);
        var pictures = new float[count * Side * Side];
        var masks = new byte[pictures.Length];
        for (int i = 0; i < count; i++)
        {
            int start = i * Side * Side;
            for (int j = 0; j < Side * Side; j++)
            {
                pictures[start + j] = 0.6f * random.NextSingle();
            }

            Draw(digits[random.Next(digits.Count)], random, pictures.AsSpan(start), masks.AsSpan(start));
        }

        return new Dataset(
            InputColumn.Of(new DataInput("picture", Side, Side, 1), pictures),
            TargetColumn.Of(DataTarget.ClassIndex("mask", 2, Side, Side), masks));
    }

    private static void Draw(Digit digit, Random random, Span<float> picture, Span<byte> mask)
    {
        int top = random.Next(Side - Digits.Side + 1);
        int left = random.Next(Side - Digits.Side + 1);
        for (int i = 0; i < Digits.Pixels; i++)
        {
            int place = ((top + (i / Digits.Side)) * Side) + left + (i % Digits.Side);
            picture[place] = Math.Max(picture[place], digit.Values[i]);
            mask[place] = digit.Values[i] > Ink ? (byte)1 : (byte)0;
        }
    }
}

/// <summary>A small U-Net: down twice, up twice, each time beside what was there before.</summary>
[Model]
[Input(32, 32, 1)]
[Conv2D(8, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[Conv2D(8, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = "level1")]
[MaxPooling2D]
[Conv2D(16, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = "level2")]
[MaxPooling2D]
[Conv2D(32, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[UpSampling2D(Name = "up2")]
[Concatenate("level2", "up2")]
[Conv2D(16, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[UpSampling2D(Name = "up1")]
[Concatenate("level1", "up1")]
[Conv2D(8, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
[Conv2D(2, 1, Activation = Activation.Softmax)]
[Training<NoisyGround>(LearningRate = 0.003, BatchSize = 32, Epochs = 3, Metrics = Metrics.IoU | Metrics.Accuracy)]
internal sealed partial class SegmentationNet;

internal static class Segmentation
{
    public static ExhibitResult Run(ExhibitSettings settings, Action<string> tell)
    {
        (IReadOnlyList<Digit> train, IReadOnlyList<Digit> test) = Digits.Load();
        TorchSharp.torch.manual_seed(1);
        using var model = new SegmentationNet();

        model.Fit(NoisyGround.Make(train, settings.Examples ?? 3000, seed: 1), settings.Options(tell));

        Dataset unseen = NoisyGround.Make(test, 500, seed: 2);
        Show(model.Predict(unseen.Take(1))[0], tell);
        return new ExhibitResult("mean IoU", model.Evaluate(unseen)["mean_io_u"], 0.85);
    }

    private static void Show(ClassMap map, Action<string> tell)
    {
        for (int row = 0; row < NoisyGround.Side; row++)
        {
            tell(string.Concat(Enumerable.Range(0, NoisyGround.Side).Select(column => map[row, column] == 1 ? "██" : "··")));
        }
    }
}
