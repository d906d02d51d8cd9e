namespace TorchSharp;

/// <summary>Padding of a convolution by name rather than by number.</summary>
public enum Padding
{
    /// <summary>No padding.</summary>
    Valid = 0,

    /// <summary>As much as keeps the size; only for stride 1.</summary>
    Same = 1,
}
