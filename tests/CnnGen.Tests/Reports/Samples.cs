namespace CnnGen.Tests.Reports;

/// <summary>What the tests report on.</summary>
internal static class Samples
{
    /// <summary>Seven images: four right, 0 taken for 1 twice, 2 taken for 0 once.</summary>
    public static ImageDataset Images { get; } = Guesser.Data((0, 0), (0, 1), (0, 1), (1, 1), (1, 1), (2, 2), (2, 0)).As(DataRole.Test);

    /// <summary>Two epochs, the first of them better.</summary>
    public static TrainingHistory History { get; } = new([Epoch(1, 0.75), Epoch(2, 0.5)]);

    public static ReportedModel Model(string name = "net", ImageDataset? data = null, IReadOnlyList<string>? classNames = null) =>
        new(name, new Guesser(Guesser.Sure), History, data ?? Images, classNames);

    private static EpochResult Epoch(int number, double accuracy) => new()
    {
        Epoch = number,
        Loss = 1.0 / number,
        Accuracy = accuracy,
        LearningRate = 0.001,
        Seconds = 2,
        ImagesPerSecond = 100,
    };
}
