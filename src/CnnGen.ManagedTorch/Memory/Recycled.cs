namespace CnnGen.ManagedTorch.Memory;

/// <summary>
/// Objects that nobody refers to any more, kept for the next one who needs such an object: a training step makes and
/// drops the same ones again and again. Each thread has its own, so nothing is locked. What is put back must be counted
/// out first: an object that somebody still holds would change under their hands.
/// </summary>
internal sealed class Recycled<T> where T : class
{
    /// <summary>More than the tensors and steps of a large network's training step; beyond that the collector takes them.</summary>
    private const int Capacity = 8192;

    private T[] _items = new T[64];
    private int _count;

    public T? Take()
    {
        if (_count == 0) return null;
        var item = _items[--_count];
        // What has been lent must not be held here: whoever has it may forget it.
        _items[_count] = null!;
        return item;
    }

    /// <summary>False if there are enough.</summary>
    public bool Put(T item)
    {
        if (_count == _items.Length)
        {
            if (_count == Capacity) return false;
            Array.Resize(ref _items, 2 * _count);
        }

        _items[_count++] = item;
        return true;
    }
}
