using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Shapes;

/// <summary>How much of the input one value depends on along each axis, and how far apart in the input two neighbours lie.</summary>
internal sealed record ReceptiveField(EquatableArray<AxisField> Axes)
{
    /// <summary>The largest of its sides.</summary>
    public long Side => Axes.Max(static axis => axis.Pixels);

    /// <summary>Of a value of the input itself.</summary>
    public static ReceptiveField Pixel(Shape input) =>
        new(Enumerable.Repeat(new AxisField(1, 1), Math.Max(input.Rank - 1, 1)).ToEquatableArray());

    /// <summary>After windows have moved over the map, one along each axis.</summary>
    public ReceptiveField Through(IReadOnlyList<Window> windows) => windows.Count == Axes.Count
        ? new(Axes.Zip(windows, static (axis, window) => axis.Through(window)).ToEquatableArray())
        : Whole();

    /// <summary>After the windows' transposed convolution, which spreads each value over several.</summary>
    public ReceptiveField Spread(IReadOnlyList<Window> windows) => windows.Count == Axes.Count
        ? new(Axes.Zip(windows, static (axis, window) => axis.Spread(window)).ToEquatableArray())
        : Whole();

    /// <summary>After the map was brought to another size.</summary>
    /// <param name="factors">How many pixels become one, along each axis.</param>
    /// <param name="neighbours">How many pixels beside the nearest each depends on.</param>
    public ReceptiveField Resampled(IReadOnlyList<decimal> factors, int neighbours) =>
        new(Axes.Zip(factors, (axis, factor) => axis.Resampled(factor, neighbours)).ToEquatableArray());

    /// <summary>After a layer that mixes the whole map; the builder cuts it to the input's size.</summary>
    public ReceptiveField Whole() => new(Axes.Select(static axis => axis with { Size = int.MaxValue }).ToEquatableArray());

    /// <summary>Of a value that depends on both.</summary>
    public ReceptiveField And(ReceptiveField other) => Axes.Count == other.Axes.Count
        ? new(Axes.Zip(other.Axes, static (one, two) => new AxisField(
            Math.Max(one.Size, two.Size), Math.Max(one.Step, two.Step))).ToEquatableArray())
        : Whole();

    /// <summary>Windows that reach over the edge see zeros there, not more of the input.</summary>
    public ReceptiveField Within(Shape input)
    {
        EquatableArray<int> sizes = input.IsVector ? input.Dimensions : input.Spatial;
        return new(Axes.Select((axis, i) => axis with { Size = Math.Min(axis.Size, sizes[i]) }).ToEquatableArray());
    }
}

/// <summary>A receptive field along one axis.</summary>
/// <param name="Size">How many of the input's pixels one value depends on; after an enlargement perhaps a part of one.</param>
/// <param name="Step">How many of the input's pixels lie between two neighbours' fields; less than one after an enlargement.</param>
internal readonly record struct AxisField(decimal Size, decimal Step)
{
    // What a division by three leaves behind.
    private const decimal Rounding = 1e-9m;

    /// <summary>Whole pixels, wherever the value stands.</summary>
    public long Pixels => (long)Math.Ceiling(Size - Rounding);

    public AxisField Through(Window window) => Reach(window.Extent - 1, Step * window.Stride);

    /// <summary>One place is reached by the windows of several values, which lie the window's stride apart.</summary>
    public AxisField Spread(Window window) => Reach((window.Extent - 1) / window.Stride, Step / window.Stride);

    public AxisField Resampled(decimal factor, int neighbours) => Reach(neighbours, Step * factor);

    // Depends on so many neighbours more.
    private AxisField Reach(long neighbours, decimal step) => new(Capped(Size + (neighbours * Step)), Capped(step));

    // No input is larger, so that beyond this nothing changes.
    private static decimal Capped(decimal size) => Math.Min(size, int.MaxValue);
}
