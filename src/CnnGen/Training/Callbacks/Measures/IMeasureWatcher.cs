namespace CnnGen;

/// <summary>A callback that chooses something by a measure: when to stop, how fast to learn.</summary>
internal interface IMeasureWatcher
{
    /// <summary>What it looks at.</summary>
    EpochMeasure Measure { get; }
}
