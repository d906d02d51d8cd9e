namespace CnnGen;

/// <summary>Takes labels of an IDX file: whole numbers, whatever their type.</summary>
internal sealed class IdxLabels(string path, IdxElement element, int count) : IIdxTarget
{
    private int _taken;

    /// <summary>The labels.</summary>
    public int[] Labels { get; } = new int[count];

    public void Add(ReadOnlySpan<byte> elements)
    {
        for (int i = 0; i < elements.Length; i += element.Size)
        {
            double value = element.Value(elements.Slice(i, element.Size));
            Labels[_taken] = value == (int)value
                ? (int)value
                : throw new CnnGenException(FormattableString.Invariant($"{path} has the label {value} at place {_taken}: a label is a whole number."));
            _taken++;
        }
    }
}
