namespace CnnGen;

/// <summary>What becomes of a training that can no longer write a checkpoint or a log.</summary>
public enum WriteFailure
{
    /// <summary>It goes on and says so by <see cref="TrainingOptions.Warn"/>. What was written last stays; the next writing tries again.</summary>
    GoOn,

    /// <summary>It ends with a <see cref="FileWriteException"/>. What was written last stays.</summary>
    Stop,
}
