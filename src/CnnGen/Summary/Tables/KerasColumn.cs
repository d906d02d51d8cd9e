using System.Collections.Generic;

namespace CnnGen;

/// <summary>A column of our own: one cell for each layer of the model; the layers of nested models have none.</summary>
internal sealed class KerasColumn
{
    public KerasColumn(string title, int width, IReadOnlyList<string> cells)
    {
        Title = title;
        Width = width;
        Cells = cells;
    }

    public string Title { get; }

    public int Width { get; }

    public IReadOnlyList<string> Cells { get; }
}
