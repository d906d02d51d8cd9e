namespace CnnGen;

/// <summary>How <see cref="ModelSummary.ToTable(SummaryOptions)"/> prints; the defaults are Keras's.</summary>
public sealed record SummaryOptions
{
    /// <summary>Whose text it is.</summary>
    public SummaryStyle Style { get; init; }

    /// <summary>Columns of our own, to the right of Keras's; their totals stand below Keras's.</summary>
    public SummaryColumns Columns { get; init; }

    /// <summary>Whether to add the column 'Trainable': Keras's <c>show_trainable</c>.</summary>
    public bool ShowTrainable { get; init; }

    /// <summary>Whether to list the layers of nested models: Keras's <c>expand_nested</c>.</summary>
    public bool ExpandNested { get; init; }

    /// <summary>
    /// The line's length: Keras's <c>line_length</c>. Left out, 65 or, with the column 'Connected to', 98 in the style of Keras 2,
    /// where 'Trainable' adds 11 to it, and 76 in that of Keras 3, where it does not. Our own columns come on top.
    /// </summary>
    public int? LineLength { get; init; }
}
