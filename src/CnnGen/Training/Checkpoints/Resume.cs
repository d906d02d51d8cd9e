namespace CnnGen;

/// <summary>Whether a training goes on from a checkpoint in <see cref="TrainingOptions.CheckpointDirectory"/>.</summary>
public enum Resume
{
    /// <summary>It begins afresh. Checkpoints that are there are replaced.</summary>
    Never,

    /// <summary>It goes on from the checkpoint if there is one, else it begins: the same call, whether it is the first or not.</summary>
    IfPresent,

    /// <summary>It goes on from the checkpoint; that there is none is an error.</summary>
    Always,
}
