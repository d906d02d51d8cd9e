using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network.Building;

/// <summary>What comes into the network.</summary>
/// <param name="Attribute">The attribute that says so.</param>
/// <param name="Name">What layers call it.</param>
/// <param name="IsNamed">Whether the author chose the name.</param>
/// <param name="Shape">The shape of one example; <see langword="null"/> if it is wrong.</param>
internal sealed record ModelInput(AttributeDeclaration Attribute, string Name, bool IsNamed, Shape? Shape);

/// <summary>Reads and checks [Input].</summary>
internal static class InputRules
{
    /// <summary>What an input without a name is called.</summary>
    public const string DefaultName = "input";

    private const string ShapeArgument = "shape";

    // A video in colour has four dimensions; Keras has layers for no more.
    private const int MostDimensions = 4;

    private const int UsualSize = 28;

    /// <summary>TorchSharp has no base class for networks of more.</summary>
    public const int MostInputs = 6;

    public static IReadOnlyList<ModelInput> Read(NetworkDeclaration declaration, List<Problem> problems)
    {
        List<AttributeDeclaration> attributes = declaration.Attributes
            .Where(static candidate => candidate.Kind == AttributeKind.Input)
            .ToList();
        if (attributes.Count == 0)
        {
            problems.Add(new Problem(RuleIds.NoInput, Anchor.Class, EquatableArray.Of(declaration.ClassName))
            {
                Fixes = declaration.Attributes
                    .Where(static attribute => attribute.Kind == AttributeKind.Model)
                    .Select(static model => new Fix("Add [Input(28, 28, 1)]", Edit.InsertBelow(model.Index, "Input(28, 28, 1)")))
                    .ToEquatableArray(),
            });
        }

        return attributes.ConvertAll(attribute => Read(attribute, attributes, problems));
    }

    private static ModelInput Read(AttributeDeclaration attribute, List<AttributeDeclaration> all, List<Problem> problems)
    {
        string? name = attribute["name"] as string;
        if (attribute.IsBroken)
        {
            return new ModelInput(attribute, name ?? DefaultName, name is not null, null);
        }

        var arguments = new Arguments(attribute, "Input", RuleIds.OutOfRange, problems);
        if (name is null && all.Count > 1)
        {
            arguments.Report(RuleIds.NamelessInput, null, [Name(attribute, all)], List(Written(attribute)));
        }

        Shape? shape = ReadShape(attribute, arguments);
        CheckFormat(attribute, all[0], arguments);
        if (all.IndexOf(attribute) == MostInputs)
        {
            arguments.Report(RuleIds.BadInputShape, null, List(Written(attribute)), $"is that of input {MostInputs + 1}",
                $"TorchSharp's modules take at most {MostInputs} inputs: join some of them into one.");
        }

        return new ModelInput(attribute, name ?? DefaultName, name is not null, arguments.IsFaulty ? null : shape);
    }

    // The name comes first, in front of the list of sizes.
    private static Fix Name(AttributeDeclaration attribute, List<AttributeDeclaration> all)
    {
        string name = $"input_{Words.Text(all.IndexOf(attribute) + 1)}";
        string format = attribute["Format"] as int? == (int)DataFormat.ChannelsFirst ? ", Format = DataFormat.ChannelsFirst" : "";
        return new Fix(
            $"Name it \"{name}\"", Edit.Replace(attribute.Index, $"Input(\"{name}\", {List(Written(attribute))}{format})"));
    }

    private static Shape? ReadShape(AttributeDeclaration attribute, Arguments arguments)
    {
        DataFormat format = arguments.Choice("Format", DataFormat.ChannelsLast);
        EquatableArray<int> written = Written(attribute);
        if (Fault(written, format) is not { } fault)
        {
            return new Shape(written, format);
        }

        IEnumerable<Fix> fixes = fault.Argument == ShapeArgument || arguments.IsFaulty ? [] : [Close(attribute, written, format)];
        arguments.Report(RuleIds.BadInputShape, fault.Argument, fixes, List(written), fault.Text, fault.Remedy);
        return null;
    }

    // Sizes are numbers here: an open one becomes that of the other axis, or of the best known images.
    private static Fix Close(AttributeDeclaration attribute, EquatableArray<int> written, DataFormat format)
    {
        int channels = written.Count < 3 ? -1 : format == DataFormat.ChannelsFirst ? 0 : written.Count - 1;
        int usual = written.Where((size, axis) => size >= 1 && axis != channels).DefaultIfEmpty(UsualSize).First();
        string closed = List(written.Select((size, axis) => size >= 1 ? size : size < -1 ? -size : axis == channels ? 1 : usual));
        return new Fix($"Write [Input({closed})]", Edit.Set(attribute.Index, ShapeArgument, closed));
    }

    // Axes are counted from one side or from the other in all of a model.
    private static void CheckFormat(AttributeDeclaration attribute, AttributeDeclaration first, Arguments arguments)
    {
        if (!arguments.IsFaulty && !first.IsBroken && (attribute["Format"] as int? ?? 0) != (first["Format"] as int? ?? 0))
        {
            arguments.Report(RuleIds.BadInputShape, "Format|shape", List(Written(attribute)), "has another format than the first input",
                "Write the same Format on both.");
        }
    }

    private static EquatableArray<int> Written(AttributeDeclaration attribute) =>
        attribute[ShapeArgument] is EquatableArray<int> list ? list : EquatableArray<int>.Empty;

    private static InputFault? Fault(EquatableArray<int> written, DataFormat format)
    {
        int zero = written.TakeWhile(static size => size >= 1).Count();
        return (written.Count, format) switch
        {
            (0, _) => new("is empty", "Write [Input(height, width, channels)]."),
            _ when zero < written.Count =>
                new($"has the dimension {Words.Text(written[zero])}", "Every dimension must be at least 1.", $"{ShapeArgument}[{zero}]"),
            (> MostDimensions, _) => new($"has {written.Count} dimensions", "Write [Input(height, width, channels)]."),
            _ when IsTooLarge(written) => new($"has more than {int.MaxValue} values", "Make it smaller."),
            _ => null,
        };
    }

    private static bool IsTooLarge(EquatableArray<int> written) =>
        written.Aggregate(1.0, static (product, size) => product * size) > int.MaxValue;

    private static string List(IEnumerable<int> sizes) => string.Join(", ", sizes.Select(static size => Words.Text(size)));

    private sealed record InputFault(string Text, string Remedy, string Argument = ShapeArgument);
}
