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
        Go(new SettingsPass.Writing(writer), this);
    }

    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
        Go(new SettingsPass.Reading(reader), this);
    }

    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
        Go(new SettingsPass.Copying(), source);
    }

    /// <summary>Takes the optimizer's settings where the group has none of its own.</summary>
    internal void FillIn(OptimizerOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        InitialLearningRate = LearningRate!.Value;
        Go(new SettingsPass.Filling(), defaults);
    }

    /// <summary>Shows a pass every other setting, each beside that of options of the same kind.</summary>
    private protected virtual void Go(SettingsPass pass, OptimizerOptions other)
    {
    }
}
