namespace CnnGen.Samples.Gallery;

/// <summary>Rows of six features, and a number that depends on them in a way that no straight line shows.</summary>
[InputData(Features)]
[TargetData(1)]
internal sealed class Rows
{
    public const int Features = 6;

    public static Dataset Make(int count, int seed)
    {
        var random = new Random(seed);
        float[] features = [.. Enumerable.Range(0, count * Features).Select(_ => (2 * random.NextSingle()) - 1)];
        float[] prices = [.. features.Chunk(Features).Select(row =>
            (3 * MathF.Sin(2 * row[0])) + (2 * row[1] * row[2]) + row[3] + MathF.Abs(row[4]) + (0.1f * (random.NextSingle() - 0.5f)))];
        return new Dataset(
            InputColumn.Of(new DataInput("features", Features), features),
            TargetColumn.Of(DataTarget.Numbers("price", 1), prices));
    }
}

/// <summary>Three dense layers.</summary>
[Model]
[Input(6)]
[Dense(64, Activation = Activation.ReLU)]
[Dense(64, Activation = Activation.ReLU)]
[Dense(1)]
[Training<Rows>(LearningRate = 0.003, BatchSize = 32, Epochs = 10, Metrics = Metrics.R2 | Metrics.MeanAbsoluteError)]
internal sealed partial class TableNet;

internal static class Table
{
    public static ExhibitResult Run(ExhibitSettings settings, Action<string> tell)
    {
        TorchSharp.torch.manual_seed(1);
        using var model = new TableNet();

        model.Fit(Rows.Make(settings.Examples ?? 5000, seed: 1), settings.Options(tell));

        tell($"all features zero: {model.Predict(new float[Rows.Features]):F3}, expected 0");
        return new ExhibitResult("R²", model.Evaluate(Rows.Make(1000, seed: 2))["r2_score"], 0.95);
    }
}
