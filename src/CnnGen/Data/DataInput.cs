namespace CnnGen;

/// <summary>A tensor that goes into a network, or that each example of a data set has: its name and its shape, without the batch.</summary>
public sealed class DataInput
{
    /// <param name="name">The name, by which several inputs are told apart.</param>
    /// <param name="shape">The dimensions, each at least 1, channels last: <c>28, 28, 1</c> for an image, <c>128, 9</c> for a signal of 128
    /// steps, <c>784</c> for a vector.</param>
    public DataInput(string name, params ReadOnlySpan<int> shape)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Size = ExampleShape.Size(shape, nameof(shape));
        Shape = shape.ToArray();
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The dimensions, channels last.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Values of an example.</summary>
    public int Size { get; }

    /// <summary>The name and the shape: <c>input 28×28×1</c>.</summary>
    public override string ToString() => $"{Name} {ExampleShape.Text(Shape)}";
}
