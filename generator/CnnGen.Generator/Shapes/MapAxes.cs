using System.Collections.Generic;
using System.Linq;

namespace CnnGen.Generator.Shapes;

/// <summary>The axes of a map beside its channels, as arguments and messages call them.</summary>
internal sealed class MapAxes
{
    public static readonly MapAxes Steps = new("a sequence of steps and channels", new MapAxis("Steps", "step", "left", "right"));

    public static readonly MapAxes Image = new(
        "a map of height, width and channels", new MapAxis("Height", "row", "top", "bottom"), new MapAxis("Width", "column", "left", "right"));

    public static readonly MapAxes Volume = new(
        "a volume of depth, height, width and channels",
        new MapAxis("Depth", "slice", "front", "back"), new MapAxis("Height", "row", "top", "bottom"), new MapAxis("Width", "column", "left", "right"));

    private readonly MapAxis[] _axes;

    private MapAxes(string what, params MapAxis[] axes)
    {
        What = what;
        _axes = axes;
        Names = axes.Select(static axis => axis.Name).ToList();
    }

    /// <summary>The map in words.</summary>
    public string What { get; }

    public int Count => _axes.Length;

    public MapAxis this[int axis] => _axes[axis];

    /// <summary>What arguments of one axis end in.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>A shape in words: <c>height, width, channels</c>.</summary>
    public string Shape => string.Join(", ", Names.Select(static name => name.ToLowerInvariant()).Append("channels"));

    /// <summary>The arguments that can be meant, the most exact first: <c>kernelHeight|kernelSize</c>.</summary>
    public string Argument(string prefix, string all, int axis) => Count == 1 ? all : $"{prefix}{Names[axis]}|{all}";
}

/// <summary>One axis.</summary>
/// <param name="Name">What arguments end in.</param>
/// <param name="Line">What lies across it at one place.</param>
/// <param name="Before">Its beginning.</param>
/// <param name="After">Its end.</param>
internal sealed record MapAxis(string Name, string Line, string Before, string After);
