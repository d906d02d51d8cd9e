using System.Globalization;
using System.Text.Json;

namespace CnnGen.Interop.Keras;

/// <summary>
/// The arguments of one layer on their way into an attribute. What is asked for is written; what nobody asks for and is not as it is anyway,
/// the language does not have.
/// </summary>
internal sealed class KerasArguments
{
    // What every layer has, and what says nothing about the layer.
    private static readonly HashSet<string> s_general =
        ["name", "trainable", "dtype", "seed", "data_format", "batch_input_shape", "batch_shape", "autocast", "synchronized", "sparse", "ragged"];

    private static readonly string[][] s_axes = [[""], ["", "Width"], ["", "Height", "Width"]];

    private readonly KerasLayer _layer;
    private readonly Dictionary<string, JsonElement> _left;
    private readonly List<string> _values = [];
    private readonly List<string> _named = [];

    public KerasArguments(KerasLayer layer)
    {
        _layer = layer;
        _left = [];
        foreach (JsonProperty argument in layer.Arguments.EnumerateObject())
        {
            if (!s_general.Contains(argument.Name) && argument.Value.ValueKind != JsonValueKind.Null)
            {
                _left[argument.Name] = argument.Value;
            }
        }
    }

    /// <summary>What is only of use in training and has no counterpart.</summary>
    public List<string> LeftOut { get; } = [];

    /// <summary>How many axes the layer's class has in its name.</summary>
    public int Axes => KerasClasses.Axes(_layer.ClassName);

    /// <summary>All that is written in the attribute's parentheses.</summary>
    /// <exception cref="NotOffered">Something is left that nobody asked for.</exception>
    public IEnumerable<string> Written()
    {
        foreach ((string name, JsonElement value) in _left)
        {
            // What is off changes nothing.
            if (value.ValueKind is not (JsonValueKind.False or JsonValueKind.Null))
            {
                throw new NotOffered($"{_layer.ClassName} {name}");
            }
        }

        return [.. _values, .. _named];
    }

    /// <summary>Takes an argument; <see langword="null"/> where it is not there.</summary>
    public JsonElement? Take(string name) => _left.Remove(name, out JsonElement value) ? value : null;

    /// <summary>Passes over arguments that say nothing where others are as they are.</summary>
    public void Ignore(params string[] names)
    {
        foreach (string name in names)
        {
            _left.Remove(name);
        }
    }

    /// <summary>A value of the constructor.</summary>
    public void Add(string text) => _values.Add(text);

    /// <summary>A property.</summary>
    public void Set(string property, string text) => _named.Add($"{property} = {text}");

    /// <summary>A number of the constructor.</summary>
    public void Number(string name, double? usual = null)
    {
        if (Take(name) is { } value && (usual is null || Real(name, value) != usual))
        {
            Add(Text(Real(name, value)));
        }
    }

    /// <summary>A number that is a property.</summary>
    public void Number(string name, string property, double usual)
    {
        if (Take(name) is { } value && Real(name, value) is var number && number != usual)
        {
            Set(property, Text(number));
        }
    }

    /// <summary>A whole number of the constructor that has to be there.</summary>
    public void Count(string name) => Add(Text(Integer(name, Take(name) ?? throw Odd(name))));

    public void Flag(string name, string property, bool usual)
    {
        if (Take(name) is { } value && value.ValueKind is JsonValueKind.True or JsonValueKind.False && (value.ValueKind == JsonValueKind.True) != usual)
        {
            Set(property, usual ? "false" : "true");
        }
    }

    /// <summary>Sizes along the axes as values of the constructor: one where all are alike.</summary>
    public void Sizes(string name, int? usual = null)
    {
        int[] sizes = PerAxis(name, Take(name) ?? throw Odd(name));
        if (sizes.All(size => size == sizes[0]))
        {
            if (sizes[0] != usual)
            {
                Add(Text(sizes[0]));
            }
        }
        else
        {
            _values.AddRange(sizes.Select(static size => Text(size)));
        }
    }

    /// <summary>Numbers along the axes as properties: the first one's stands for those that are not named.</summary>
    public void Steps(string name, string property, IReadOnlyList<int> usual)
    {
        int[] steps = Take(name) is { } value ? PerAxis(name, value) : [.. usual];
        if (steps.SequenceEqual(usual))
        {
            return;
        }

        Set(property, Text(steps[0]));
        string[] axes = s_axes[steps.Length - 1];
        for (int i = 1; i < steps.Length; i++)
        {
            if (steps[i] != steps[0])
            {
                Set(property + axes[i], Text(steps[i]));
            }
        }
    }

    /// <summary>One number for each axis.</summary>
    public int[] PerAxis(string name, JsonElement value)
    {
        int[] numbers = value.ValueKind == JsonValueKind.Array ? Integers(name, value) : [.. Enumerable.Repeat(Integer(name, value), Math.Max(Axes, 1))];
        return numbers.Length == Math.Max(Axes, 1) ? numbers : throw Odd(name);
    }

    /// <summary>A list of whole numbers; a single one is a list of one.</summary>
    public int[] Integers(string name, JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(item => Integer(name, item))]
        : [Integer(name, value)];

    public int Integer(string name, JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : throw Odd(name);

    public double Real(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number) ? number : throw Odd(name);

    /// <summary>A word of one of the language's enums, as a property, left out where it is the usual one.</summary>
    public void Word(string name, string property, string type, IReadOnlyDictionary<string, string> words, string usual)
    {
        if (Take(name) is { } value && Member(name, value, words) is var member && member != usual)
        {
            Set(property, $"{type}.{member}");
        }
    }

    /// <summary>The member that a word stands for.</summary>
    public string Member(string name, JsonElement value, IReadOnlyDictionary<string, string> words)
    {
        string word = KerasWords.Of(value) ?? throw new NotOffered($"{_layer.ClassName} {name}");
        return words.TryGetValue(word, out string? member) ? member : throw new NotOffered($"{name} {word}");
    }

    public static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private NotOffered Odd(string name) => new($"{_layer.ClassName} with such a {name}");
}
