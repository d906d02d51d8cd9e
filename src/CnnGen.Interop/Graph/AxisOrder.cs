namespace CnnGen.Interop;

/// <summary>
/// Goes from shapes as they are written, H × W × C or C × H × W, to those of tensors, whose channels stand behind the batch. Axes of
/// tensors are counted with the batch, so that 1 is the channels'; places are those of a written shape, from 0 on.
/// </summary>
internal static class AxisOrder
{
    /// <summary>Whether a tensor has its axes as they are written.</summary>
    public static bool IsAsWritten(int rank, DataFormat format) => rank == 1 || format == DataFormat.ChannelsFirst;

    /// <summary>The place of the channels in a written shape.</summary>
    public static int ChannelPlace(int rank, DataFormat format) => format == DataFormat.ChannelsFirst ? 0 : rank - 1;

    /// <summary>The axis of a tensor that stands at a place of the written shape.</summary>
    public static int TensorAxis(int place, int rank, DataFormat format) =>
        place == ChannelPlace(rank, format) ? 1
        : format == DataFormat.ChannelsFirst ? place + 1
        : place + 2;

    /// <summary>The tensor's axes in the order of the written shape.</summary>
    public static int[] ToWritten(int rank, DataFormat format) => [.. Enumerable.Range(0, rank).Select(place => TensorAxis(place, rank, format))];

    /// <summary>The written shape's axes, counted from 1 on, in the order of the tensor.</summary>
    public static int[] ToTensor(int rank, DataFormat format) =>
        [.. Enumerable.Range(0, rank).OrderBy(place => TensorAxis(place, rank, format)).Select(static place => place + 1)];

    /// <summary>The sizes behind the batch of a written shape's tensor.</summary>
    public static int[] TensorSizes(IReadOnlyList<int> written, DataFormat format) =>
        [.. ToTensor(written.Count, format).Select(axis => written[axis - 1])];

    /// <summary>A tensor's sizes as they are written.</summary>
    public static int[] Written(IReadOnlyList<int> sizes, DataFormat format) =>
        [.. ToWritten(sizes.Count, format).Select(axis => sizes[axis - 1])];
}
