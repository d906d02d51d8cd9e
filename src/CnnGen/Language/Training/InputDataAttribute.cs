namespace CnnGen;

/// <summary>
/// Says what a data set gives to a network: <c>[InputData(128, 9)]</c> is a signal of 128 steps with 9 channels each, <c>[InputData(784)]</c> a
/// vector. Data with several inputs names each. It stands on the class that loads the data, so that
/// <see cref="TrainingAttribute{TData}"/> can be checked against it while the project compiles.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InputDataAttribute : Attribute
{
    /// <summary>A sole input.</summary>
    /// <param name="shape">The dimensions of an example, each at least 1, channels last.</param>
    public InputDataAttribute(params int[] shape) => Shape = shape;

    /// <summary>An input with a name, that of the network's input.</summary>
    /// <param name="name">The name.</param>
    /// <param name="shape">The dimensions of an example, each at least 1, channels last.</param>
    public InputDataAttribute(string name, params int[] shape)
    {
        Name = name;
        Shape = shape;
    }

    /// <summary>The name; <see langword="null"/> for a sole input without one.</summary>
    public string? Name { get; }

    /// <summary>The dimensions of an example.</summary>
    public int[] Shape { get; }
}
