using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Graph;

/// <summary>What comes into the network.</summary>
/// <param name="Shape">The shape of one image; <see langword="null"/> if it is missing or wrong.</param>
/// <param name="Format">The order in which the model writes its shapes.</param>
internal readonly record struct ModelInput(Shape? Shape, DataFormat Format);

/// <summary>Reads and checks [Input].</summary>
internal static class InputRules
{
    private const string ShapeArgument = "shape";

    public static ModelInput Read(ModelDeclaration declaration, List<Problem> problems)
    {
        AttributeDeclaration? attribute = declaration.Attributes.FirstOrDefault(
            static candidate => candidate.Kind == AttributeKind.Input);
        if (attribute is null)
        {
            problems.Add(new Problem(RuleIds.NoInput, Anchor.Class, EquatableArray.Of(declaration.Class.Name)));
            return default;
        }

        if (attribute.IsBroken)
        {
            return default;
        }

        var arguments = new Arguments(attribute, "Input", RuleIds.OutOfRange, problems);
        DataFormat format = arguments.Choice("Format", DataFormat.ChannelsLast);
        var written = attribute[ShapeArgument] is EquatableArray<int> list ? list : EquatableArray<int>.Empty;
        Shape? shape = Fault(written, format) is { } fault ? Report(arguments, written, fault) : ToShape(written, format);
        return new ModelInput(arguments.IsFaulty ? null : shape, format);
    }

    private static Shape ToShape(EquatableArray<int> written, DataFormat format) =>
        format == DataFormat.ChannelsFirst && written.Count == 3
            ? Shape.Map(written[1], written[2], written[0])
            : new Shape(written);

    private static Shape? Report(Arguments arguments, EquatableArray<int> written, InputFault fault)
    {
        arguments.Report(RuleIds.BadInputShape, fault.Argument, List(written), fault.Text, fault.Remedy);
        return null;
    }

    private static InputFault? Fault(EquatableArray<int> written, DataFormat format)
    {
        int zero = written.TakeWhile(static size => size >= 1).Count();
        return (written.Count, format) switch
        {
            (0, _) => new("is empty", "Write [Input(height, width, channels)]."),
            _ when zero < written.Count =>
                new($"has the dimension {Words.Text(written[zero])}", "Every dimension must be at least 1.", $"{ShapeArgument}[{zero}]"),
            (2, DataFormat.ChannelsLast) => new("has no channels", $"Write [Input({List(written)}, 1)] for a grey image."),
            (2, _) => new("has no channels", $"Write [Input(1, {List(written)}, Format = DataFormat.ChannelsFirst)] for a grey image."),
            (4, _) => new("has four dimensions", $"Leave the batch out: [Input({List(written.Skip(1))})]."),
            (> 4, _) => new($"has {written.Count} dimensions", "Write [Input(height, width, channels)]."),
            _ when IsTooLarge(written) => new($"has more than {int.MaxValue} values", "Make it smaller."),
            _ => null,
        };
    }

    private static bool IsTooLarge(EquatableArray<int> written) =>
        written.Aggregate(1m, static (product, size) => product * size) > int.MaxValue;

    private static string List(IEnumerable<int> sizes) => string.Join(", ", sizes.Select(static size => Words.Text(size)));

    private sealed record InputFault(string Text, string Remedy, string Argument = ShapeArgument);
}
