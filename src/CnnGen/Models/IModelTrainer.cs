namespace CnnGen;

/// <summary>A model together with its optimizer: what the training loop drives. Generated.</summary>
public interface IModelTrainer : IDisposable
{
    /// <summary>The optimizer's learning rate.</summary>
    double LearningRate { get; set; }

    /// <summary>
    /// Seeds everything random inside the network (dropout), so that a step can be repeated; where others train too, under the <see cref="SharedRandom"/> that is
    /// held until the step's end.
    /// </summary>
    void Seed(long seed);

    /// <summary>The state of everything random inside the network.</summary>
    byte[] RandomState { get; set; }

    /// <summary>Forward, backward and, where an update ends, a step of the optimizer, while nobody predicts; leaves the mode as it was.
    /// A loss that is not finite leaves the weights as they were.</summary>
    BatchResult Step(Batch batch, in TrainingStep step);

    /// <summary>Exchanges the weights with their averages, if there are any: once to measure with these, once more to go on.</summary>
    void SwapAverages();

    /// <summary>Writes the state of the optimizer and of the averages, in the backend's own format.</summary>
    void SaveState(BinaryWriter writer);

    /// <summary>Reads what <see cref="SaveState"/> wrote, for the same model and optimizer.</summary>
    void LoadState(BinaryReader reader);
}
