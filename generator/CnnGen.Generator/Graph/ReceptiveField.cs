using System;

namespace CnnGen.Generator.Graph;

/// <summary>How much of the input one value depends on, and how far apart in the input two neighbours lie.</summary>
internal readonly record struct ReceptiveField(long Height, long Width, long StepHeight, long StepWidth)
{
    public static readonly ReceptiveField Pixel = new(1, 1, 1, 1);

    public long Side => Math.Max(Height, Width);

    /// <summary>After a window has moved over the map.</summary>
    public ReceptiveField Through(Window height, Window width) => new(
        Capped(Height + ((height.Extent - 1) * (decimal)StepHeight)),
        Capped(Width + ((width.Extent - 1) * (decimal)StepWidth)),
        Capped(StepHeight * (decimal)height.Stride),
        Capped(StepWidth * (decimal)width.Stride));

    /// <summary>After a layer that mixes the whole map; the builder cuts it to the input's size.</summary>
    public ReceptiveField Whole() => this with { Height = long.MaxValue, Width = long.MaxValue };

    /// <summary>Windows that reach over the edge see zeros there, not more of the input.</summary>
    public ReceptiveField Within(Shape input) => this with
    {
        Height = Math.Min(Height, input.IsMap ? input.Height : input.Channels),
        Width = Math.Min(Width, input.IsMap ? input.Width : 1),
    };

    // No input is larger, so that beyond this nothing changes.
    private static long Capped(decimal size) => (long)Math.Min(size, int.MaxValue);
}
