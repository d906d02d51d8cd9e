namespace CnnGen.Terminal;

/// <summary>How a training is shown.</summary>
public enum ViewMode
{
    /// <summary>Live where a person watches a terminal that can be drawn on, plain lines elsewhere.</summary>
    Auto,

    /// <summary>Curves, bars and keys, redrawn as the training goes on.</summary>
    Live,

    /// <summary>A line of text at the start and after each epoch.</summary>
    Plain,

    /// <summary>Nothing.</summary>
    Quiet,

    /// <summary>A JSON object a line after each epoch, as <see cref="JsonLinesLog"/> writes them, on standard output.</summary>
    Json,
}
