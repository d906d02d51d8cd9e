using System;
using System.Collections.Generic;

namespace CnnGen;

/// <summary>What a table shows beyond Keras's default.</summary>
internal sealed class KerasTableOptions
{
    /// <summary>Keras's <c>show_trainable</c>.</summary>
    public bool ShowTrainable { get; set; }

    /// <summary>Keras's <c>expand_nested</c>.</summary>
    public bool ExpandNested { get; set; }

    /// <summary>Keras's <c>line_length</c>.</summary>
    public int? LineLength { get; set; }

    /// <summary>Columns of our own, to the right of Keras's.</summary>
    public IReadOnlyList<KerasColumn> Columns { get; set; } = Array.Empty<KerasColumn>();

    /// <summary>Lines of our own, below Keras's totals.</summary>
    public IReadOnlyList<string> Totals { get; set; } = Array.Empty<string>();
}
