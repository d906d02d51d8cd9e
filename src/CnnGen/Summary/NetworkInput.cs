namespace CnnGen;

/// <summary>An input of a network.</summary>
/// <param name="Name">What Keras's summary calls it: <c>input_1</c>.</param>
/// <param name="Shape">Its dimensions without the batch, as the model's author wrote them.</param>
/// <param name="Format">Where the channels are in this shape, and in those of all that comes of it.</param>
public sealed record NetworkInput(string Name, IReadOnlyList<int> Shape, DataFormat Format = DataFormat.ChannelsLast)
{
    /// <summary>Compares all values, the shape by its dimensions.</summary>
    public bool Equals(NetworkInput? other) => other is not null && Name == other.Name && Format == other.Format && Shape.SequenceEqual(other.Shape);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Format, Shape.Count);
}
