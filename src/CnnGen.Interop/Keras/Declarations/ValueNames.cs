using System.Text.RegularExpressions;

namespace CnnGen.Interop.Keras;

/// <summary>
/// What the layers of a class are called. A layer that would get its name anyway need not say it; the automatic names are counted as the
/// generator counts them: for each class, past those that are given.
/// </summary>
internal sealed partial class ValueNames
{
    private readonly HashSet<string> _all;
    private readonly HashSet<string> _given = [];
    private readonly Dictionary<string, int> _counts = [];

    public ValueNames(KerasModel model) => _all = [.. model.Layers.Select(static layer => Clean(layer.Name)), .. model.Inputs.Select(static input => Clean(input.Name))];

    /// <summary>A name as layers can have it.</summary>
    public static string Clean(string name) => CSharpText.LayerName(name);

    /// <summary>Whether an input has a name that Keras gave it.</summary>
    public bool IsAutomaticInput(string name) => Automatic().IsMatch(name);

    /// <summary>The name of an input.</summary>
    public string Reserve(string name)
    {
        string clean = Clean(name);
        _given.Add(clean);
        return clean;
    }

    /// <summary>A name that nothing else has.</summary>
    public string Take(string wanted)
    {
        string name = wanted;
        for (int i = 2; !_all.Add(name); i++)
        {
            name = FormattableString.Invariant($"{wanted}_{i}");
        }

        _given.Add(name);
        return name;
    }

    /// <summary>The name of a layer.</summary>
    /// <param name="name">Keras's.</param>
    /// <param name="className">The class that is written.</param>
    /// <param name="isAutomatic">Whether it gets this name anyway.</param>
    public string Layer(string name, string className, out bool isAutomatic)
    {
        string stem = KerasNames.SnakeCase(className);
        int count = _counts.GetValueOrDefault(stem);
        while (_given.Contains(Numbered(stem, count)))
        {
            count++;
        }

        _counts[stem] = count;
        isAutomatic = Numbered(stem, count) == name;
        if (isAutomatic)
        {
            _counts[stem] = count + 1;
            return name;
        }

        string clean = Clean(name);
        string free = clean == name || !_given.Contains(clean) ? clean : Take(clean);
        _given.Add(free);
        return free;
    }

    private static string Numbered(string stem, int count) => count == 0 ? stem : FormattableString.Invariant($"{stem}_{count}");

    [GeneratedRegex("^input(_layer)?(_[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Automatic();
}
