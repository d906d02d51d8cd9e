using System.Globalization;
using System.Reflection;

namespace CnnGen.Generator.Tests;

/// <summary>Writes arguments: sensible ones, by what their names promise, and any that the compiler admits.</summary>
/// <param name="dice">Chance.</param>
/// <param name="wildness">The share of arguments that are anything at all.</param>
internal sealed class ArgumentWriter(Dice dice, double wildness)
{
    private const BindingFlags IgnoreCase = BindingFlags.Public | BindingFlags.Static | BindingFlags.IgnoreCase;

    private static readonly string[] Integers =
    [
        "0", "-1", "int.MaxValue", "int.MinValue", "1000000", "65536", "46341", "-2147483647 - 1", "'a'", "(byte)3", "default", "sizeof(long)", "1 << 20",
        "0x7fff_ffff", "(int)3.9", "Sizes.Filters", "(int)Sizes.Half", "7",
        "Arg.Filters", "Arg.Filters * 4", "Arg.Strides", "Arg.Filters / 2", "Arg.Units - 1", "Arg.Filters * Arg.Expansion % 1", "-10_007 * 2000",
        "Sizes.Filters / Arg.Units", "(int)(Arg.Rate * 2)",
    ];

    private static readonly string[] Reals =
    [
        "0", "1", "0.5", "-1", "2", "double.NaN", "double.PositiveInfinity", "double.NegativeInfinity", "double.MaxValue", "double.MinValue", "-0.0",
        "double.Epsilon", "1e-300", "1f / 3", "1.0 / 3", "'c'", "default", "int.MaxValue", "ulong.MaxValue", "0.1f", "Sizes.Half", "1e22", "123456789.123456789",
        "Arg.Rate", "Arg.Rate / 2", "-10_267",
    ];

    private static readonly string[] Objects = ["null!", "1", "\"a\"", "typeof(int)", "2.5", "'x'", "true", "new[] { 1 }", "default!"];

    private static readonly string[] Types = ["null!", "typeof(int)", "typeof(string[])", "typeof(Sizes)", "typeof(global::System.Collections.Generic.List<>)"];

    /// <summary>Axes of the shape that comes in, with the channels; what is sensible depends on them.</summary>
    public int Rank { get; set; } = 3;

    /// <summary>Layers that can be referred to.</summary>
    public IReadOnlyList<string> Names { get; set; } = [];

    /// <summary>How many of them a use names.</summary>
    public int? Inputs { get; set; }

    /// <summary>How many the program's block has beside what stands above.</summary>
    public int InputsOfPiece { get; set; }

    /// <summary>Whether the layer belongs to a block, and can take what a use gives.</summary>
    public bool IsInBlock { get; set; }

    public string Value(Type type, string name)
    {
        if (IsInBlock && dice.Sometimes(0.3) && typeof(Arg).GetField(name, IgnoreCase) is { } field && field.FieldType == type)
        {
            return type == typeof(int) && dice.Sometimes(0.3) ? $"Arg.{field.Name} {dice.Pick(["+ 1", "* 2", "/ 2", "- Arg.Groups"])}" : $"Arg.{field.Name}";
        }

        bool isWild = dice.Sometimes(wildness);
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(int) || type == typeof(long) => isWild ? dice.Pick(Integers) : Integer(name),
            _ when type == typeof(double) || type == typeof(float) => isWild ? dice.Pick(Reals) : Real(name),
            _ when type == typeof(bool) => isWild ? dice.Pick(["default", "1 > 2", "!false"]) : dice.Pick(["true", "false"]),
            _ when type == typeof(string) => isWild ? AnyText() : Text(name),
            _ when type == typeof(Type) => dice.Pick(Types),
            { IsEnum: true } => isWild ? AnyMember(type) : Member(type, name),
            { IsArray: true } => isWild ? AnyList(type.GetElementType()!) : $"new[] {{ {List(type.GetElementType()!, name)} }}",
            _ => dice.Pick(Objects),
        };
    }

    /// <summary>What stands in the brackets for a <c>params</c> parameter.</summary>
    public string List(Type item, string name) => dice.Sometimes(wildness)
        ? dice.Either() ? AnyList(item) : string.Join(", ", Enumerable.Range(0, dice.Number(0, 6)).Select(_ => Value(item, name)))
        : item == typeof(string) ? string.Join(", ", SomeNames())
        : string.Join(", ", item == typeof(double) ? Enumerable.Range(0, dice.Number(1, 4)).Select(_ => Real(name)) : Dimensions(name));

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Integer(string name) => name.ToUpperInvariant() switch
    {
        var n when Has(n, "FILTERS", "UNITS") => Written(4 * dice.Number(1, 4)),
        var n when Has(n, "KERNEL", "POOL", "SIZE") && n != "BATCHSIZE" => Written(dice.Number(1, 4)),
        var n when Has(n, "STRIDE", "DILATION", "GROUPS", "PADDING") => dice.Sometimes(0.8) ? "1" : "2",
        var n when Has(n, "AXIS", "AXES") => dice.Sometimes(0.7) ? "-1" : Written(dice.Number(1, Rank + 1)),
        "CLASSES" => "10",
        _ => Written(dice.Number(1, 4)),
    };

    private string Real(string name) => Has(name.ToUpperInvariant(), "EPSILON") ? "1e-3" : dice.Pick(["0.1", "0.25", "0.5", "0.05"]);

    private IEnumerable<string> Dimensions(string name) => name.ToUpperInvariant() switch
    {
        "DIMS" => dice.Shuffled(Enumerable.Range(1, Math.Max(Rank, 1))).Select(Written),
        "TARGETSHAPE" => dice.Pick<string[]>([["-1"], ["-1", "2"], ["2", "-1"], ["-1", "1", "1"]]),
        _ => Enumerable.Range(0, Rank).Select(_ => Written(dice.Number(1, 3))),
    };

    private IEnumerable<string> SomeNames() =>
        Enumerable.Range(0, Inputs ?? dice.Number(1, 3)).Select(_ => Literal(Names.Count == 0 ? Inputs is null ? "nobody" : "input" : dice.Pick(Names)));

    private string Text(string name) => name.ToUpperInvariant() switch
    {
        "NAME" => Literal(dice.Pick(["stem", "a b", "größe", "class", "forward", "_x", "1st", "logits", "input", "x-1"]) + Written(dice.Number(0, 9))),
        _ when Names.Count > 0 => Literal(dice.Pick(Names)),
        _ => "null",
    };

    private string AnyText() => dice.Number(0, 8) switch
    {
        0 => "null",
        1 => "default",
        2 => "nameof(Sizes)",
        3 => $"{Literal(HostileText.Next(dice))} + {Literal(HostileText.Next(dice))}",
        _ => Literal(HostileText.Next(dice)),
    };

    private string Member(Type type, string name)
    {
        // Windows of any size fit with it.
        string member = name == "Padding" && dice.Sometimes(0.8) ? "Same" : dice.Pick(Enum.GetNames(type));
        return $"{TypeName(type)}.{member}";
    }

    private string AnyMember(Type type) => dice.Number(0, 6) switch
    {
        0 => $"({TypeName(type)})(-1)",
        1 => $"({TypeName(type)}){Written(dice.Number(0, 200))}",
        2 => $"({TypeName(type)})int.MaxValue",
        3 => "default",
        4 => "0",
        _ => string.Join(" | ", Enumerable.Range(0, 2).Select(_ => $"{TypeName(type)}.{dice.Pick(Enum.GetNames(type))}")),
    };

    private string AnyList(Type item)
    {
        string type = item == typeof(string) ? "string" : item.Name == nameof(Int32) ? "int" : "object";
        return dice.Number(0, 5) switch
        {
            0 => "null!",
            1 => $"new {type}[0]",
            2 => "default!",
            _ => $"new {type}[] {{ {string.Join(", ", Enumerable.Range(0, dice.Number(1, 8)).Select(_ => Value(item, "any")))} }}",
        };
    }

    // Not all in full: what a name means inside the class matters too.
    private string TypeName(Type type) => (dice.Sometimes(0.3) ? "global::CnnGen." : "") + type.Name;

    private string Literal(string value) => HostileText.Literal(value, dice);

    private static bool Has(string name, params string[] parts) => parts.Any(name.Contains);
}
