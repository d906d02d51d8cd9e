namespace CnnGen;

/// <summary>Room for one example, which an <see cref="IExampleSource"/> fills.</summary>
public readonly ref struct ExampleWriter
{
    private readonly ExampleRoom _room;

    internal ExampleWriter(ExampleRoom room, int epoch) => (_room, Epoch) = (room, epoch);

    /// <summary>
    /// The epoch that the example is for, from 1, while a network is trained; 0 while it is measured or predicts. What differs from epoch to epoch
    /// follows from this and the example's index alone, so that a training that was broken off goes on to the same bits.
    /// </summary>
    public int Epoch { get; }

    /// <summary>The values of an input, in the order of its shape, channels last.</summary>
    /// <param name="index">Its place among the source's inputs.</param>
    public Span<float> Input(int index = 0) => _room.Inputs[index].Span;

    /// <summary>The numbers of a target that has no class indices: those of a position side by side.</summary>
    /// <param name="index">Its place among the source's targets.</param>
    public Span<float> Target(int index = 0) => _room.Values[index].Span;

    /// <summary>The class indices of a target, one for each position.</summary>
    /// <param name="index">Its place among the source's targets.</param>
    public Span<long> Labels(int index = 0) => _room.Labels[index].Span;

    /// <summary>The weight of the example for a target that is weighted. It is 1 if it is not set.</summary>
    /// <param name="index">Its place among the source's targets.</param>
    public ref float Weight(int index = 0) => ref _room.Weights[index].Span[0];

    /// <summary>The same room for another epoch.</summary>
    internal ExampleWriter At(int epoch) => new(_room, epoch);
}

/// <summary>Where the values of one example go: into a batch, or into memory of their own.</summary>
internal sealed class ExampleRoom(int inputs, int targets)
{
    public Memory<float>[] Inputs { get; } = new Memory<float>[inputs];

    public Memory<float>[] Values { get; } = new Memory<float>[targets];

    public Memory<long>[] Labels { get; } = new Memory<long>[targets];

    public Memory<float>[] Weights { get; } = new Memory<float>[targets];
}
