namespace CnnGen.Interop;

/// <summary>The shape of one example's values as it is written, and where its axes stand in PyTorch's tensors: N × channels × the others.</summary>
/// <param name="Dimensions">The dimensions, without the batch.</param>
/// <param name="Format">Where the channels are among them.</param>
internal sealed record TwinShape(IReadOnlyList<int> Dimensions, DataFormat Format)
{
    public int Rank => Dimensions.Count;

    public bool IsVector => Rank == 1;

    /// <summary>The place of the channels among the dimensions.</summary>
    public int ChannelPlace => AxisOrder.ChannelPlace(Rank, Format);

    public int Channels => Dimensions[ChannelPlace];

    /// <summary>The last dimension as it is written.</summary>
    public int Last => Dimensions[Rank - 1];

    /// <summary>The dimensions without the channels.</summary>
    public IReadOnlyList<int> Spatial => [.. Dimensions.Where((_, place) => place != ChannelPlace)];

    /// <summary>The sizes of a batch's tensor behind the batch.</summary>
    public IReadOnlyList<int> TensorSizes => AxisOrder.TensorSizes(Dimensions, Format);

    public long Count => Dimensions.Aggregate(1L, static (product, size) => product * size);

    /// <summary>Whether a tensor has the axes as they are written.</summary>
    public bool IsAsWritten => AxisOrder.IsAsWritten(Rank, Format);

    /// <summary>Where a dimension stands in the tensor.</summary>
    public int TensorAxis(int place) => AxisOrder.TensorAxis(place, Rank, Format);

    /// <summary>The order that brings a tensor's axes into the written one.</summary>
    public IReadOnlyList<int> ToWritten => [0, .. AxisOrder.ToWritten(Rank, Format)];

    /// <summary>The order that brings written axes into the tensor's.</summary>
    public IReadOnlyList<int> ToTensor => [0, .. AxisOrder.ToTensor(Rank, Format)];

    /// <summary>Other dimensions of the same format.</summary>
    public TwinShape With(IEnumerable<int> dimensions) => this with { Dimensions = [.. dimensions] };
}
