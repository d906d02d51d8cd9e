using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CnnGen.Generator.Text;

/// <summary>
/// Short names for what generated code speaks of most: <c>torch</c>, <c>nn</c>, <c>F</c>, as in TorchSharp's own examples. Where the
/// author's code has another meaning for one of them, the full name stands in its place.
/// </summary>
/// <remarks>
/// Text to be emitted holds them between two control characters, which no text of the author's can: <see cref="Literals"/> escapes
/// them, and names and identifiers have none.
/// </remarks>
internal sealed class Aliases
{
    public const string Begin = "\u0001";

    public const string End = "\u0002";

    // In the order of their directives.
    private static readonly (string Name, string Meaning)[] s_all =
    {
        ("CnnGen", "global::CnnGen"),
        ("torch", "global::TorchSharp.torch"),
        ("nn", "global::TorchSharp.torch.nn"),
        ("F", "global::TorchSharp.torch.nn.functional"),
        ("Tensor", "global::TorchSharp.torch.Tensor"),
        ("Modules", "global::TorchSharp.Modules"),
    };

    private static readonly Dictionary<string, string> s_meanings = s_all.ToDictionary(static alias => alias.Name, static alias => alias.Meaning);

    private readonly IReadOnlyList<string> _obstructed;
    private readonly HashSet<string> _used = new();

    /// <param name="obstructed">The names that mean something else where the code stands.</param>
    public Aliases(IReadOnlyList<string> obstructed) => _obstructed = obstructed;

    /// <summary>The names of all aliases, which no local may have.</summary>
    public static IReadOnlyList<string> Names { get; } = s_all.Select(static alias => alias.Name).ToList();

    /// <summary>The directives that the texts resolved so far need.</summary>
    public IEnumerable<string> Directives => s_all
        .Where(alias => _used.Contains(alias.Name))
        .Select(static alias => $"using {alias.Name} = {alias.Meaning};");

    /// <summary>The text with a name in the place of each mark.</summary>
    public string Resolve(string text)
    {
        var resolved = new StringBuilder(text.Length);
        int from = 0;
        for (int begin; (begin = text.IndexOf(Begin[0], from)) >= 0;)
        {
            int end = text.IndexOf(End[0], begin);
            resolved.Append(text, from, begin - from).Append(Resolved(text.Substring(begin + 1, end - begin - 1)));
            from = end + 1;
        }

        return resolved.Append(text, from, text.Length - from).ToString();
    }

    private string Resolved(string name)
    {
        if (_obstructed.Contains(name))
        {
            return s_meanings[name];
        }

        _used.Add(name);
        return name;
    }
}
