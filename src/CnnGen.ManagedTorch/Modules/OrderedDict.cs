using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>Names and what they stand for, in the order they were added.</summary>
public class OrderedDict<TKey, TValue> : IEnumerable<(TKey, TValue)> where TKey : notnull
{
    private readonly OrderedDictionary<TKey, TValue> _items = [];

    public int Count => _items.Count;

    public ICollection<TKey> Keys => _items.Keys;

    public ICollection<TValue> Values => _items.Values;

    public TValue this[TKey key]
    {
        get => _items[key];
        set => _items[key] = value;
    }

    public void Add(TKey key, TValue value) => _items.Add(key, value);

    internal bool TryAdd(TKey key, TValue value) => _items.TryAdd(key, value);

    public bool ContainsKey(TKey key) => _items.ContainsKey(key);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _items.TryGetValue(key, out value);

    public bool Remove(TKey key) => _items.Remove(key);

    public void clear() => _items.Clear();

    /// <summary>For those who come by often and want no enumerator.</summary>
    internal TValue ValueAt(int index) => _items.GetAt(index).Value;

    public IEnumerator<(TKey, TValue)> GetEnumerator()
    {
        foreach (var (key, value) in _items) yield return (key, value);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
