using System.Collections.Generic;
using CnnGen.Generator.Declarations;

namespace CnnGen.Generator.Network.Building;

/// <summary>What the layers of a model, or of one use of a block, can refer to.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Value> _values = new();
    private readonly List<string> _names = new();
    private readonly HashSet<string> _inputs = new();

    /// <summary>The scope of a model.</summary>
    public Scope(string model) => Owner = model;

    /// <summary>The scope of a block's use.</summary>
    /// <param name="prefix">What the names of the block's layers begin with.</param>
    /// <param name="use">The [Use].</param>
    public Scope(string prefix, AttributeDeclaration use)
    {
        Prefix = prefix;
        Use = use;
        Owner = use.Used!.Name;
    }

    /// <summary>The class whose layers these are.</summary>
    public string Owner { get; }

    /// <summary>What uses the block; <see langword="null"/> in a model.</summary>
    public AttributeDeclaration? Use { get; }

    /// <summary>What given names begin with, so that they are unique in the model.</summary>
    public string? Prefix { get; }

    /// <summary>Whether training changes the weights of its layers, as far as they say nothing else.</summary>
    public bool IsTrainable { get; init; } = true;

    /// <summary>What the layer above gives.</summary>
    public Value Current { get; set; }

    /// <summary>
    /// The names that can be written. In a block only those that its author chose: the number of <c>conv2d_3</c> depends on the use.
    /// </summary>
    public IReadOnlyList<string> Names => _names;

    public Value? Find(string name) => _values.TryGetValue(name, out Value value) ? value : null;

    /// <summary>What can be written for an input or a layer, by its number in the graph; <see langword="null"/> for nothing.</summary>
    public string? NameOf(int number) => _names.Find(name => _values[name] == Value.Of(number));

    /// <summary>Gives a value the name that its author chose.</summary>
    public void Define(string name, Value value)
    {
        if (name.Length > 0)
        {
            _values[name] = value;
            _names.Add(name);
        }
    }

    /// <summary>Gives what comes into a block the name that its layers call it.</summary>
    public void DefineInput(string name, Value value)
    {
        _inputs.Add(name);
        Define(name, value);
    }

    /// <summary>Gives a value the name that it gets in the summary.</summary>
    public void DefineUnnamed(string name, Value value)
    {
        if (Use is null)
        {
            Define(name, value);
        }
        else if (name.Length > 0)
        {
            _values[name] = value;
        }
    }

    /// <summary>Lets the named layers of a block be taken from outside, by the name of its use: <c>stage2.mid</c>.</summary>
    public void DefineInner(string use, Scope block)
    {
        foreach (string name in block._names)
        {
            if (!block._inputs.Contains(name))
            {
                Define($"{use}.{name}", block._values[name]);
            }
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
