namespace CnnGen;

/// <summary>A model together with its optimizer: what the training loop drives. Generated.</summary>
public interface IModelTrainer : IDisposable
{
    /// <summary>The optimizer's learning rate.</summary>
    double LearningRate { get; set; }

    /// <summary>Seeds everything random inside the network (dropout), so that an epoch can be repeated.</summary>
    void Seed(long seed);

    /// <summary>Forward, backward and one optimizer step, while nobody predicts; leaves the mode as it was. A loss that is not finite leaves the weights as they were.</summary>
    BatchResult Step(Batch batch);

    /// <summary>Writes the optimizer's state, in the backend's own format.</summary>
    void SaveState(BinaryWriter writer);

    /// <summary>Reads what <see cref="SaveState"/> wrote, for the same model and optimizer.</summary>
    void LoadState(BinaryReader reader);
}
