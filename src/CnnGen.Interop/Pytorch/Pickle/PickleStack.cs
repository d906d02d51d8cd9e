namespace CnnGen.Interop;

/// <summary>What a pickle has made so far and not used yet.</summary>
internal sealed class PickleStack
{
    private readonly List<object?> _values = [];
    private readonly List<int> _marks = [];

    public object? Top => _values.Count > Bottom ? _values[^1] : throw Empty();

    // Nothing below the last mark can be had.
    private int Bottom => _marks.Count == 0 ? 0 : _marks[^1];

    public void Push(object? value) => _values.Add(value);

    public void Mark() => _marks.Add(_values.Count);

    public object? Pop() => Pop(1)[0];

    /// <summary>The last values, the oldest first.</summary>
    public object?[] Pop(int count)
    {
        if (_values.Count - Bottom < count)
        {
            throw Empty();
        }

        object?[] values = [.. _values[^count..]];
        _values.RemoveRange(_values.Count - count, count);
        return values;
    }

    /// <summary>The values since the last mark.</summary>
    public object?[] PopMarked()
    {
        if (_marks.Count == 0)
        {
            throw Empty();
        }

        object?[] values = Pop(_values.Count - Bottom);
        _marks.RemoveAt(_marks.Count - 1);
        return values;
    }

    /// <summary>What is on top, as what it should be.</summary>
    public T Expect<T>() where T : class => Top as T ?? throw new FileFault("its pickle changes something that is not what it should be");

    private static FileFault Empty() => new("its pickle takes more than it has made");
}
