namespace CnnGen;

/// <summary>A tensor that a network gives: its name, what its numbers are, and its shape, without the batch.</summary>
public sealed class NetworkOutput
{
    /// <param name="name">The name of the layer that gives it.</param>
    /// <param name="kind">What the numbers are.</param>
    /// <param name="shape">The dimensions, channels or classes last.</param>
    public NetworkOutput(string name, PredictionKind kind, params ReadOnlySpan<int> shape)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Size = ExampleShape.Size(shape, nameof(shape));
        (Name, Kind, Shape) = (name, kind, shape.ToArray());
    }

    /// <summary>The name of the layer that gives it.</summary>
    public string Name { get; }

    /// <summary>What the numbers are.</summary>
    public PredictionKind Kind { get; }

    /// <summary>The dimensions, channels or classes last.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Values for an example.</summary>
    public int Size { get; }
}
