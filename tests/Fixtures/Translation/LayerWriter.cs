using System.Reflection;
using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Fixtures;

/// <summary>
/// Writes a Keras layer as the attribute of the same name: what has a property is named, the rest are the values of a constructor.
/// Text that is no C# is written all the same where Keras too would refuse it; the compiler then does.
/// </summary>
internal sealed class LayerWriter
{
    /// <summary>The order of a constructor's values, which is Keras's.</summary>
    private static readonly string[] s_positions =
    [
        "filters", "units", "kernel_size", "pool_size", "size", "rate", "stddev", "n", "dims", "target_shape", "padding", "cropping", "scale",
        "offset", "groups", "mode", "factor", "height_factor", "width_factor", "shared_axes", "axis", "activation",
    ];

    /// <summary>Keras's names that are not ours.</summary>
    private static readonly Dictionary<string, string> s_ours = new() { ["dilation_rate"] = "dilation", ["axes"] = "axis" };

    /// <summary>The layers whose axis, left out, is the last one in Keras and the channels' here.</summary>
    private static readonly string[] s_hasFormatsAxis = ["BatchNormalization", "GroupNormalization"];

    /// <summary>How the sizes along two and three axes are called.</summary>
    private static readonly string[][] s_axes = [[""], ["", "Width"], ["", "Height", "Width"]];

    private readonly KerasLayer _layer;
    private readonly LayerClass _class;
    private readonly Dictionary<string, JsonElement> _left;

    private LayerWriter(KerasLayer layer)
    {
        _layer = layer;
        _class = LayerClass.Find(layer.Class) ?? throw new NotOfferedException(layer.Class);
        _left = layer.Arguments
            .Where(argument => argument.Key != "data_format" && argument.Value.ValueKind != JsonValueKind.Null)
            .ToDictionary(argument => s_ours.GetValueOrDefault(argument.Key, argument.Key), argument => argument.Value);
    }

    /// <summary>The attribute.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="above">The layer above, which is read if nothing else is said; <see langword="null"/> for the first.</param>
    /// <param name="isChannelsFirst">Whether the model is; there the axis of a normalization has another default than Keras's.</param>
    /// <exception cref="NotOfferedException">The language has no such layer or argument.</exception>
    public static string Write(KerasLayer layer, string? above, bool isChannelsFirst)
    {
        if (isChannelsFirst && layer.Axes > 0 && !layer.IsChannelsFirst)
        {
            throw new NotOfferedException("layers of both formats");
        }

        var writer = new LayerWriter(layer);
        string[] named = [.. writer.Named(isChannelsFirst)];
        string[] all = [.. writer.Sources(), .. writer.Positional(), .. named, .. writer.Place(above)];
        return $"[{layer.Class}{(all.Length == 0 ? "" : $"({string.Join(", ", all)})")}]";
    }

    private IEnumerable<string> Named(bool isChannelsFirst)
    {
        foreach ((string name, JsonElement value) in _left.ToArray())
        {
            if (_class.Property(name) is { } property)
            {
                _left.Remove(name);
                foreach (string text in Assignments(name, property, value))
                {
                    yield return text;
                }
            }
        }

        bool hasAxis = _layer.Arguments.ContainsKey("axis");
        if (isChannelsFirst && !hasAxis && s_hasFormatsAxis.Contains(_layer.Class))
        {
            yield return "Axis = -1";
        }

        if (_layer.IsFrozen)
        {
            yield return "Trainable = false";
        }
    }

    private IEnumerable<string> Assignments(string name, PropertyInfo property, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || property.PropertyType.IsArray)
        {
            return [$"{property.Name} = {Value(name, property.PropertyType, value)}"];
        }

        JsonElement[] items = [.. value.EnumerateArray()];
        if (items.Length > s_axes.Length || items.Length == 0 || (_layer.Axes > 0 && items.Length != _layer.Axes))
        {
            return [$"{property.Name} = {Value(name, typeof(int[]), value)}"];
        }

        string[] names = items.Length == 2 && property.Name == "Axis"
            ? ["Axis", "SecondAxis"]
            : [.. s_axes[items.Length - 1].Select(axis => property.Name + axis)];
        return items.Zip(names, (item, each) => _class.Property(each) is { } own
            ? $"{own.Name} = {Value(name, own.PropertyType, item)}"
            : throw new NotOfferedException($"{_layer.Class} {name} by axis"));
    }

    // A single name would be merged with what stands above.
    private IEnumerable<string> Sources() => !_class.IsMerge ? []
        : _layer.Inbound.Count == 1 ? throw new NotOfferedException($"{_layer.Class} of one input")
        : _layer.Inbound.Select(Literal);

    private IEnumerable<string> Positional()
    {
        string[] names = [.. s_positions.Where(_left.ContainsKey)];
        if (names.Length < _left.Count)
        {
            throw new NotOfferedException($"{_layer.Class} {_left.Keys.Except(names).First()}");
        }

        (string Name, JsonElement Value)[] values = [.. names.SelectMany(name => Flat(_left[name]).Select(value => (name, value)))];
        Type[]? types = _class.Parameters(values.Length);
        bool isFault = names.Any(name => name is "kernel_size" or "pool_size" or "size" && IsOfWrongLength(_left[name]));
        return _class.IsMerge || isFault || types is not null
            ? values.Select((value, i) => Value(value.Name, types?[i], value.Value))
            : throw new NotOfferedException($"{_layer.Class} {string.Join(", ", names)}");
    }

    private bool IsOfWrongLength(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && _layer.Axes > 0 && value.GetArrayLength() != _layer.Axes;

    private static IEnumerable<JsonElement> Flat(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany(Flat) : [value];

    // JSON's numbers, true and false are C#'s.
    private string Value(string argument, Type? type, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            return $"new[] {{ {string.Join(", ", value.EnumerateArray().Select(item => item.GetRawText()))} }}";
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return type == typeof(int[]) ? $"new[] {{ {value.GetRawText()} }}" : value.GetRawText();
        }

        string word = value.GetString()!;
        if (type is null || !type.IsEnum)
        {
            throw new NotOfferedException($"{_layer.Class} {argument}");
        }

        string member = KerasWords.IsRefused(argument, word)
            ? Identifier(word)
            : LayerClass.Member(type, word) ?? throw new NotOfferedException($"{argument} {word}");
        return $"{type.Name}.{member}";
    }

    private static string Identifier(string word) => SyntaxFacts.IsValidIdentifier(word) ? $"@{word}" : "Unknown";

    private IEnumerable<string> Place(string? above)
    {
        if (_layer.Name is not null)
        {
            yield return $"Name = {Literal(_layer.Name)}";
        }

        // A layer that reads several without being a merge is a fault; the compiler then refuses the second From.
        if (!_class.IsMerge && !(_layer.Inbound.Count == 1 && _layer.Inbound[0] == above))
        {
            foreach (string source in _layer.Inbound)
            {
                yield return $"From = {Literal(source)}";
            }
        }
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
