using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>What generated networks are given decides what a training becomes: with something else it does not go on.</summary>
[Collection(nameof(RunsModels)), Seeded]
[Trait("Category", "Running")]
public sealed class OtherTrainingTests : IDisposable
{
    private const string Declaration = """
        [Model]
        [Input(6, 6, 1)]
        [Flatten]
        [Dropout(0.5)]
        [Dense(3, Activation = Activation.Softmax)]
        [Training<Pictures>(BatchSize = 8, Epochs = 2, Seed = 3)]
        public partial class Cnn;

        [ImageData(6, 6, 1, Classes = 3)]
        internal sealed class Pictures { }

        """;

    private static readonly ImageDataset s_data = ImageDataset.FromLabels(
        6, 6, 1, 3, new byte[12 * 36], Enumerable.Range(0, 12).Select(static image => image % 3).ToArray());

    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Dropout(0.5)", "Dropout(0.2)", "what layer dropout is given was rate: 0.5, now it is rate: 0.2")]
    [InlineData("Dense(3,", "Dense(3, KernelL2 = 0.01,", "kernelL2: 0.01")]
    [InlineData("Seed = 3", "Seed = 3, ClassWeights = new[] { 1.0, 2.0, 3.5 }", "the weighting of classes of output dense was all the same, now it is 1, 2, 3.5")]
    public void It_is_refused(string then, string now, string difference)
    {
        Fit(Declaration, 1);

        Should.Throw<CnnGenException>(() => Fit(Declaration.Replace(then, now), 2)).Message.ShouldContain(difference);

        Fit(Declaration, 2).Epochs.Count.ShouldBe(2);
    }

    private TrainingHistory Fit(string declaration, int epochs)
    {
        using LoadedModel model = LoadedModel.Load(declaration);
        return TrainingLoop.Fit(model.Trainable, s_data, new TrainingOptions { Epochs = epochs, CheckpointDirectory = _folder, Resume = Resume.IfPresent });
    }
}
