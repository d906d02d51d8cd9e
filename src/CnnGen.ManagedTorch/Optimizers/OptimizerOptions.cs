namespace TorchSharp.Modules;

/// <summary>The settings of one group of parameters. What is null is filled in from the optimizer's own.</summary>
public class OptimizerOptions
{
    public double? LearningRate { get; set; }

    public double InitialLearningRate { get; set; }

    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate!.Value);
    }

    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
    }

    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
    }

    /// <summary>Takes the optimizer's settings where the group has none of its own.</summary>
    internal virtual void FillIn(OptimizerOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        InitialLearningRate = LearningRate!.Value;
    }
}
