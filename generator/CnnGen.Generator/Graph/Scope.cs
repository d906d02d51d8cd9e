using System.Collections.Generic;

namespace CnnGen.Generator.Graph;

/// <summary>What the layers of a model, or of one use of a block, can refer to.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Value> _values = new();

    /// <summary>The scope of a model.</summary>
    public Scope(string model) => Owner = model;

    /// <summary>The scope of a block's use.</summary>
    /// <param name="prefix">What the names of the block's layers begin with.</param>
    /// <param name="block">The block's class.</param>
    public Scope(string prefix, string block)
    {
        Prefix = prefix;
        Owner = block;
    }

    /// <summary>The class whose layers these are.</summary>
    public string Owner { get; }

    /// <summary>What given names begin with, so that they are unique in the model.</summary>
    public string? Prefix { get; }

    /// <summary>What the layer above gives.</summary>
    public Value Current { get; set; }

    public IEnumerable<string> Names => _values.Keys;

    public Value? Find(string name) => _values.TryGetValue(name, out Value value) ? value : null;

    public void Define(string? name, Value value)
    {
        if (!string.IsNullOrEmpty(name))
        {
            _values[name!] = value;
        }
    }

    /// <summary>What messages call a layer.</summary>
    public string Shown(string layer) => Prefix is null ? layer : $"{layer} of {Owner}";
}

/// <summary>What an input or a layer gives, by its number in the graph; unknown after an error.</summary>
internal readonly record struct Value
{
    private readonly int _place;

    private Value(int place) => _place = place;

    public static Value Unknown => default;

    public bool IsKnown => _place > 0;

    public int Number => _place - 1;

    public static Value Of(int? number) => new((number ?? -1) + 1);
}
