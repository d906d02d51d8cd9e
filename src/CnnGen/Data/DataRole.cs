namespace CnnGen;

/// <summary>What data is for. What is chosen by looking at data, an epoch say, makes its measures on the same data too good.</summary>
public enum DataRole
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>To train with.</summary>
    Train,

    /// <summary>To choose with: when to stop, which weights to keep.</summary>
    Validation,

    /// <summary>To measure with at the end, once.</summary>
    Test,
}
