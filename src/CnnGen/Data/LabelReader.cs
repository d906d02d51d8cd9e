namespace CnnGen;

/// <summary>The class of each example of a data set whose one target is a class index; what is not in memory is read.</summary>
internal sealed class LabelReader(Dataset data)
{
    private readonly BatchBuffer? _buffer = data.ColumnOf(0) is null ? new BatchBuffer(data, new DataMapping([], [0]), 1) : null;

    public int LabelOf(int index) =>
        _buffer is null ? data.ColumnOf(0)!.LabelOf(data.Place(index)) : (int)_buffer.Fill(index, 1).Targets[0].Labels.Span[0];
}
