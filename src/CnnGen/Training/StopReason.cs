namespace CnnGen;

/// <summary>Why a training ended.</summary>
public enum StopReason
{
    /// <summary>It has not ended, or an exception ended it.</summary>
    None,

    /// <summary>All its epochs are over.</summary>
    Completed,

    /// <summary>A callback asked for it: <see cref="TrainingRun.Stop(string)"/>. <see cref="TrainingHistory.StopMessage"/> says why.</summary>
    Callback,

    /// <summary>The options' token was cancelled. Training goes on from the checkpoint, if one is written.</summary>
    Cancelled,

    /// <summary>The options' time was up. Training goes on from the checkpoint, if one is written.</summary>
    TimeLimit,

    /// <summary>It was only tried out: <c>DryRun</c> or <c>OverfitBatches</c>.</summary>
    Trial,
}
