namespace CnnGen.Generator.Tests;

/// <summary>Writes the layers of a model: each fits what the one above it gives, as far as names tell.</summary>
/// <param name="dice">Chance.</param>
/// <param name="arguments">Learns the rank and the names that the next layer meets.</param>
/// <param name="axes">The axes of the maps that come in, without channels; 0 for vectors.</param>
/// <param name="write">Writes an attribute with its brackets, and with these values for its properties.</param>
internal sealed class StepWriter(Dice dice, ArgumentWriter arguments, int axes, Func<LanguageAttribute, (string Name, string Value)[], string> write)
{
    private static readonly LanguageAttribute[] All = [.. LanguageAttribute.All.Where(attribute => attribute.IsStep)];

    /// <summary>What a block could want.</summary>
    private static readonly (string, string)[] Given = [("Filters", "8"), ("Units", "8"), ("KernelSize", "3"), ("PoolSize", "2"), ("Expansion", "2")];

    private readonly List<string> _names = [];
    private int _axes = axes;

    /// <summary>Layers that can be referred to.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Any layer.</summary>
    public IEnumerable<string> Any() => [write(dice.Pick(All), [])];

    public IEnumerable<string> Fitting()
    {
        arguments.Rank = _axes + 1;
        arguments.Names = _names;
        LanguageAttribute layer = dice.Pick(All.Where(Fits).ToArray());
        return layer switch
        {
            { Joins: true } => Join(layer),
            { Name: "Reuse" } => Share(),
            _ => [Single(layer)],
        };
    }

    private string Single(LanguageAttribute layer)
    {
        arguments.Inputs = layer.Name == "Use" && !dice.Sometimes(0.05) ? arguments.InputsOfPiece : null;
        string text = write(layer, layer.Name == "Use" ? Given : []);
        arguments.Inputs = null;
        _axes = layer.Name switch
        {
            "Flatten" or "Reshape" => 0,
            "RepeatVector" => 1,
            var name when name.StartsWith("Global", StringComparison.Ordinal) && !text.Contains("KeepDims = true") => 0,
            _ => _axes,
        };
        return text;
    }

    // A shape that is claimed is right by luck only.
    private bool Fits(LanguageAttribute layer) => layer.Name switch
    {
        "RepeatVector" => _axes == 0,
        "Expect" => dice.Sometimes(0.1),
        _ => layer.Axes is null || layer.Axes == _axes,
    };

    // What is joined has one shape: a layer's and that of an activation after it.
    private string[] Join(LanguageAttribute layer)
    {
        string name = Name("fork");
        return [$"[ReLU(Name = \"{name}\")]", "[Tanh]", $"[{layer.Name}(\"{name}\")]"];
    }

    // A layer takes what it gives.
    private string[] Share()
    {
        string name = Name("shared");
        return ["[Dense(4)]", $"[Dense(4, Name = \"{name}\")]", $"[Reuse(\"{name}\")]"];
    }

    private string Name(string stem)
    {
        string name = $"{stem}_{_names.Count}";
        _names.Add(name);
        return name;
    }
}
