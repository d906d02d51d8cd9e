using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Language;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;

namespace CnnGen.Completion;

/// <summary>A layer with the arguments that it cannot do without, as authors mostly begin.</summary>
/// <param name="Text">The attribute: <c>Conv2D(32, 3)</c>.</param>
/// <param name="Declaration">What it declares.</param>
internal sealed record LayerTemplate(string Text, AttributeDeclaration Declaration)
{
    private const int FewestFilters = 32;

    /// <returns><see langword="null"/> for a layer of which nothing can be guessed.</returns>
    public static LayerTemplate? Of(INamedTypeSymbol layer, Shape input)
    {
        string name = layer.Name.Substring(0, layer.Name.Length - "Attribute".Length);
        IMethodSymbol constructor = layer.InstanceConstructors.OrderBy(static candidate => candidate.Parameters.Length).First();
        var arguments = new List<Argument>();
        foreach (IParameterSymbol parameter in constructor.Parameters.Where(static parameter => !parameter.IsOptional && !parameter.IsParams))
        {
            if (ValueOf(parameter.Name, name, input) is not { } value)
            {
                return null;
            }

            arguments.Add(new Argument(parameter.Name, value));
        }

        if (ListOf(name, input) is { } list)
        {
            arguments.Add(new Argument(constructor.Parameters[0].Name, list.ToEquatableArray()));
        }

        string[] texts = arguments.SelectMany(static argument => Texts(argument)).ToArray();
        return new LayerTemplate(
            texts.Length == 0 ? name : $"{name}({string.Join(", ", texts)})",
            new AttributeDeclaration(0, AttributeKind.Layer, name, 0, false, arguments.ToEquatableArray()));
    }

    /// <summary>The same layer with the names of others.</summary>
    public LayerTemplate Naming(string layer) => new(
        $"{Declaration.Name}({Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(layer, quote: true)})", Declaration.With("layers", EquatableArray.Of(layer)));

    private static object? ValueOf(string parameter, string layer, Shape input) => parameter switch
    {
        "filters" => input.IsVector ? FewestFilters : System.Math.Max(FewestFilters, input.Channels),
        "units" => 128,
        "kernelSize" => 3,
        "n" => 2,
        "height" or "width" => input.Rank == 3 ? input.Spatial[parameter == "height" ? 0 : 1] : 32,
        "rate" => layer is "Dropout" or "AlphaDropout" ? 0.5 : 0.1,
        "stddev" or "factor" or "heightFactor" or "widthFactor" => 0.1,
        "scale" => 1.0 / 255,
        "function" => (int)Activation.ReLU,
        _ => null,
    };

    private static IEnumerable<int>? ListOf(string layer, Shape input) => layer switch
    {
        "Reshape" => [-1],
        "Permute" when input.Rank > 1 => Enumerable.Range(1, input.Rank).Reverse(),
        _ => null,
    };

    private static IEnumerable<string> Texts(Argument argument) => argument switch
    {
        { Name: "scale" } => ["1.0 / 255"],
        { Name: "function" } => ["Activation.ReLU"],
        { Value: EquatableArray<int> list } => list.Select(static size => Words.Text(size)),
        { Value: double real } => [real.ToString("R", CultureInfo.InvariantCulture)],
        _ => [((int)argument.Value!).ToString(CultureInfo.InvariantCulture)],
    };
}
