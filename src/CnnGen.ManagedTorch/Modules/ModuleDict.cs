using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules under names, in the order they were added, and registered under them.</summary>
public class ModuleDict<T> : nn.Module, IEnumerable<(string, T)> where T : nn.Module
{
    private readonly OrderedDict<string, T> _modules = new();

    public ModuleDict() : base(nameof(ModuleDict<T>))
    {
    }

    internal ModuleDict((string Name, T Module)[] modules) : this()
    {
        foreach (var module in modules) Add(module);
    }

    public int Count => _modules.Count;

    public ICollection<string> Keys => _modules.Keys;

    public ICollection<T> Values => _modules.Values;

    public T this[string key]
    {
        get => _modules[key];
        set
        {
            _modules[key] = value;
            RegisterAgain();
        }
    }

    public void Add(string key, T value)
    {
        _modules.Add(key, value);
        register_module(key, value);
    }

    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    public bool ContainsKey(string key) => _modules.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _modules.TryGetValue(key, out value);

    public bool Remove(string key)
    {
        var removed = _modules.Remove(key);
        RegisterAgain();
        return removed;
    }

    public void clear() => Clear();

    public void Clear()
    {
        _modules.clear();
        ClearModules();
    }

    public IEnumerable<string> keys() => Keys;

    public IEnumerable<T> values() => Values;

    public IEnumerator<(string, T)> items() => GetEnumerator();

    public IEnumerator<(string, T)> GetEnumerator() => _modules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void RegisterAgain()
    {
        ClearModules();
        foreach (var (name, module) in _modules) register_module(name, module);
    }
}
