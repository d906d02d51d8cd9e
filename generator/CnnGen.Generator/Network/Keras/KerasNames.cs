using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace CnnGen.Generator.Network.Keras;

/// <summary>Keras's names: the snake case of the class, numbered from the second one on.</summary>
internal sealed class KerasNames
{
    // The two steps of keras/utils/generic_utils.py, to_snake_case.
    private static readonly Regex s_words = new("(.)([A-Z][a-z]+)", RegexOptions.CultureInvariant);
    private static readonly Regex s_humps = new("([a-z])([A-Z])", RegexOptions.CultureInvariant);

    private readonly HashSet<string> _taken;
    private readonly Dictionary<string, int> _counts = new();

    public KerasNames(IEnumerable<string> taken) => _taken = new HashSet<string>(taken);

    public static string SnakeCase(string className) =>
        s_humps.Replace(s_words.Replace(className, "$1_$2"), "$1_$2").ToLowerInvariant();

    /// <summary>Takes a name that is not Keras's own; adds a number if it is taken.</summary>
    public string Take(string wanted)
    {
        string name = wanted;
        for (int i = 1; !_taken.Add(name); i++)
        {
            name = $"{wanted}_{i}";
        }

        return name;
    }

    /// <summary>The next free name for a layer of a class.</summary>
    public string Next(string className)
    {
        string stem = SnakeCase(className);
        string name;
        do
        {
            _counts.TryGetValue(stem, out int count);
            _counts[stem] = count + 1;
            name = count == 0 ? stem : $"{stem}_{count}";
        }
        while (!_taken.Add(name));

        return name;
    }
}
