namespace CnnGen.Samples.Mnist.Tests.Robustness;

/// <summary>A training of one epoch, and what it writes.</summary>
internal static class SampleTraining
{
    private static readonly ImageDataset Pictures = ImageDataset.FromLabels(
        7, 6, 2, 3, Enumerable.Range(0, 6 * 84).Select(i => (byte)(i * 31)).ToArray(), Enumerable.Range(0, 6).Select(i => i % 3).ToArray());

    /// <summary>Weights as a file.</summary>
    public static byte[] Weights(string folder)
    {
        using var model = new TinyCnn();
        var path = Path.Combine(folder, "sample.safetensors");
        WeightFile.Save(model, path);
        return File.ReadAllBytes(path);
    }

    /// <summary>A checkpoint as a file.</summary>
    public static byte[] Checkpoint(string folder)
    {
        using var model = new TinyCnn();
        TrainingLoop.Fit(model, Pictures, Options(folder));
        return File.ReadAllBytes(Path.Combine(folder, "checkpoint.safetensors"));
    }

    public static void Load(string path)
    {
        using var model = new TinyCnn();
        WeightFile.Load(model, path);
    }

    public static void Resume(string path)
    {
        using var model = new TinyCnn();
        TrainingLoop.Fit(model, Pictures, Options(Path.GetDirectoryName(path)!) with { Resume = CnnGen.Resume.Always });
    }

    private static TrainingOptions Options(string folder) => new()
    {
        Epochs = 1,
        CheckpointDirectory = folder,
        Callbacks = [new EarlyStopping { Measure = EpochMeasure.Loss }],
    };
}
