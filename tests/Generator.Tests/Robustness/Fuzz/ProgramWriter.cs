namespace CnnGen.Generator.Tests;

/// <summary>Writes programs of attributes at random: from sensible models to anything that the compiler admits.</summary>
internal sealed class ProgramWriter
{
    private static readonly double[] Wildness = [0, 0, 0, 0, 0, 0.02, 0.02, 0.1, 0.1, 0.5, 1];

    private static readonly string[] Identifiers =
    [
        "Cnn", "Cnn", "Cnn", "Net", "System", "Tensor", "torch", "TorchSharp", "CnnGen", "Module", "String", "@class", "@record", "@async", "@_", "Größe",
        "模型", "e\u0301te", "a\u200db", "Model", "Summary", "Math", "Int32", "Attribute", "nn", "@dynamic", "@required", "@field", "Cnn_", "_Cnn",
    ];

    private static readonly string[] InTheWay =
        ["System", "Tensor", "torch", "TorchSharp", "Module", "nn", "String", "Single", "GeneratedCode", "Math", "Array", "Console", "Span"];

    private static readonly string[] Namespaces = ["A", "A.B", "System", "TorchSharp", "Tensor", "@event.@class", "größe", "CnnGen.Inner", "Microsoft", "torch"];

    private static readonly string[] Usings =
    [
        "using System;", "using TorchSharp;", "using TorchSharp.Modules;", "using static TorchSharp.torch;", "using static TorchSharp.torch.nn;",
        "using Tensor = System.String;", "using System.Linq;", "using static System.Math;",
    ];

    private static readonly string[] Members =
    [
        "internal int Answer => 42;", "public string Summary => \"mine\";", "internal int _conv2d;", "internal int _dense = 3, _stem;",
        "internal {0}(int size) : this() {{ }}",
        "internal {0}() {{ }}", "internal static string Predict(string path) => path;", "internal const string Name = \"x\";", "internal static int System = 1;",
        "internal sealed class Nested {{ }}", "internal sealed class Tensor {{ }}", "internal static class torch {{ }}", "internal void forward(int x) {{ }}",
        "internal int this[int i] => i;", "internal event System.Action Changed {{ add {{ }} remove {{ }} }}",
        "internal static int scope, noGrad, values, input, logits;",
    ];

    private static readonly string[] Declarations =
    [
        "internal class {0} {1}", "internal static partial class {0} {1}", "internal abstract partial class {0} {1}", "internal partial record {0} {1}",
        "file partial class {0} {1}", "internal partial class {0}<T> {1}", "internal partial class {0}<Summary, System> {1}",
        "internal partial class {0}<T, Tensor>() {1}", "internal partial class {0}<T, @class> where T : class, new() {1}",
        "internal partial class {0} : System.Exception {1}", "internal partial class {0} : System.ICloneable {1}", "internal partial class {0}(int x) {1}",
        "internal partial struct {0} {1}", "internal partial class {0} : Missing {1}",
    ];

    private static readonly string[] Ordinary =
        ["internal partial class {0} {1}", "public sealed partial class {0} {1}", "partial class {0} {1}"];

    private static readonly string[] Outers =
    [
        "internal partial class Outer", "internal partial struct Outer", "internal partial record Outer", "internal partial record struct Outer",
        "internal partial interface Outer", "internal class Outer", "internal partial class Outer<T>", "internal partial interface Outer<in T>",
        "internal static partial class Outer", "internal readonly ref partial struct Outer",
        "internal sealed partial class @int<TKey, TValue> where TKey : notnull", "file partial class Outer",
    ];

    private readonly Dice _dice;
    private readonly int _number;
    private readonly double _wildness;
    private readonly ArgumentWriter _arguments;
    private readonly List<string> _pieces = [];

    private ProgramWriter(int seed, int number)
    {
        _dice = new Dice(seed);
        _number = number;
        _wildness = _dice.Pick(Wildness);
        _arguments = new ArgumentWriter(_dice, _wildness);
    }

    /// <summary>The program of a seed.</summary>
    public static FuzzProgram Write(int seed, int number)
    {
        var writer = new ProgramWriter(seed, number);
        return new FuzzProgram(number, writer.Program());
    }

    private bool IsWild => _dice.Sometimes(_wildness);

    private string Program()
    {
        string space = $"P{_number}" + (_dice.Sometimes(0.2) ? "." + _dice.Pick(Namespaces) : "");
        var lines = new List<string> { "using CnnGen;" };
        lines.AddRange(_dice.Some(Usings, 0.05));
        lines.AddRange([$"namespace {space}", "{"]);
        lines.AddRange(_dice.Some(InTheWay, 0.02).Select(name => $"internal sealed class {name} {{ }}"));
        lines.Add("internal static class Sizes { internal const int Filters = 8; internal const float Half = 0.5f; }");
        int axes = _dice.Pick([0, 1, 2, 2, 2, 2, 3]);
        string shape = string.Join(", ", Enumerable.Range(0, axes).Select(_ => $"{_dice.Number(8, 17)}").Append("4"));
        lines.AddRange(Data(axes, shape));
        if (_dice.Sometimes(0.3))
        {
            _arguments.IsInBlock = true;
            string[] input = _dice.Sometimes(0.3) ? ["[Input(\"skip\")]", _dice.Either() ? "[Add(\"skip\")]" : "[ReLU(From = \"skip\")]"] : [];
            lines.AddRange(Class("Piece", [Attribute(LanguageAttribute.Find("Block")), .. input, .. Steps(axes, _dice.Number(1, 4), closes: false)]));
            (_arguments.IsInBlock, _arguments.InputsOfPiece) = (false, input.Length / 2);
            _pieces.Add("Piece");
        }

        if (_dice.Sometimes(0.1))
        {
            lines.AddRange(Class("Inner", ["[Model]", $"[Input({shape})]", .. Steps(axes, _dice.Number(1, 4), closes: false)]));
            _pieces.Add("Inner");
        }

        lines.AddRange(Class(_dice.Sometimes(0.6) ? "Cnn" : _dice.Pick(Identifiers), Model(axes, shape)));
        lines.Add("}");
        return string.Join('\n', lines) + '\n';
    }

    private string[] Data(int axes, string shape) =>
        [IsWild || axes != 2 ? Attribute(LanguageAttribute.Find("ImageData")) : $"[ImageData({shape}, Classes = 10)]", "internal sealed class Data { }"];

    private List<string> Model(int axes, string shape)
    {
        List<string> lines = [IsWild ? Attribute(LanguageAttribute.Find("Model")) : "[Model]"];
        lines.AddRange(IsWild
            ? _dice.Some(Enumerable.Repeat(0, 2), 0.8).Select(_ => Attribute(LanguageAttribute.Find("Input")))
            : Inputs(shape));
        lines.AddRange(Steps(axes, _dice.Sometimes(0.002) ? 200 : _dice.Number(1, 9), closes: true));
        if (_dice.Sometimes(0.05))
        {
            lines.Add(Attribute(LanguageAttribute.Find("Output")));
        }

        if (_dice.Sometimes(0.4))
        {
            lines.Add(Attribute(LanguageAttribute.Find("Training")));
        }

        return _dice.Sometimes(_wildness / 2) ? [.. _dice.Shuffled(lines)] : lines;
    }

    private string[] Inputs(string shape) => _dice.Number(0, 20) switch
    {
        0 => [$"[Input(\"left\", {shape})]", $"[Input(\"right\", {shape})]", "[Add(\"left\", \"right\")]"],
        < 4 => [$"[Input({shape}, Format = DataFormat.ChannelsFirst)]"],
        _ => [$"[Input({shape})]"],
    };

    private List<string> Steps(int axes, int count, bool closes)
    {
        var steps = new StepWriter(_dice, _arguments, axes, Attribute);
        List<string> lines = [.. Enumerable.Range(0, count).SelectMany(_ => IsWild ? steps.Any() : steps.Fitting())];
        if (closes && _dice.Sometimes(0.8))
        {
            lines.AddRange([_dice.Either() || axes == 0 ? "[Flatten]" : $"[GlobalAveragePooling{axes}D]", "[Dense(10)]"]);
            lines.AddRange(_dice.Either() ? ["[Softmax]"] : []);
        }

        return lines;
    }

    private string Attribute(LanguageAttribute attribute, params (string Name, string Value)[] given)
    {
        var arguments = new AttributeWriter(_dice, _arguments, _wildness);
        string types = attribute.TypeParameters == 0 ? "" : $"<{TypeArgument(attribute)}>";
        string prefix = _dice.Number(0, 40) switch { 0 => "CnnGen.", 1 => "global::CnnGen.", _ => "" };
        return $"[{prefix}{attribute.Name}{types}{arguments.Arguments(attribute, given)}]";
    }

    private string TypeArgument(LanguageAttribute attribute) => IsWild
        ? _dice.Pick(["string", "int", "Data", "Cnn", "Sizes", "object[]", "System.Collections.Generic.List<int>", "Piece"])
        : attribute.Name == "Training" || _pieces.Count == 0 ? "Data" : _dice.Pick(_pieces);

    private IEnumerable<string> Class(string name, List<string> attributes)
    {
        string members = string.Concat(_dice.Some(Members, 0.01).Select(member => string.Format(null, member, name) + " "));
        string form = IsWild && _dice.Either() ? _dice.Pick(Declarations) : _dice.Pick(Ordinary);
        List<string> lines = [.. attributes, string.Format(null, form, name, $"{{ {members}}}")];
        if (IsWild && _dice.Sometimes(0.3))
        {
            lines.AddRange([.. attributes.Skip(attributes.Count / 2), $"partial class {name} {{ }}"]);
        }

        int depth = _dice.Sometimes(0.1) ? _dice.Number(1, 3) : 0;
        return Enumerable.Range(0, depth).Aggregate(lines, (inner, level) =>
            [_dice.Pick(Outers).Replace("Outer", $"Outer{level}"), "{", .. inner, "}"]);
    }
}
