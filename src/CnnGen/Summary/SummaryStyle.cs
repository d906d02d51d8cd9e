namespace CnnGen;

/// <summary>Whose text a <see cref="ModelSummary"/> prints.</summary>
public enum SummaryStyle
{
    /// <summary>Keras 2.13 and 2.14: plain lines, 65 or 98 columns wide.</summary>
    Keras2,

    /// <summary>Keras 3: a framed table, 76 columns wide, as in a terminal of 80.</summary>
    Keras3,
}
