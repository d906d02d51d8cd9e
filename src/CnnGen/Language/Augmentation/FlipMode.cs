namespace CnnGen;

/// <summary>Which way <see cref="RandomFlipAttribute"/> flips.</summary>
public enum FlipMode
{
    /// <summary>Left to right, top to bottom, both or neither: each with a draw of its own, as in Keras 2.</summary>
    HorizontalAndVertical,

    /// <summary>Left to right.</summary>
    Horizontal,

    /// <summary>Top to bottom.</summary>
    Vertical,
}
