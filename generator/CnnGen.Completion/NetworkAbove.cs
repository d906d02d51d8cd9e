using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Network;
using CnnGen.Generator.Network.Building;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Reading;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnGen.Completion;

/// <summary>A model as far as it stands above what is being written.</summary>
internal sealed class NetworkAbove
{
    private readonly CheckedNetwork _network;

    private NetworkAbove(ModelReading reading, CheckedNetwork network)
    {
        Reading = reading;
        _network = network;
        Current = network.Outputs.Count == 1 ? network.ShapeOf(network.Outputs[0]) : null;
    }

    /// <summary>The whole model.</summary>
    public ModelReading Reading { get; }

    /// <summary>What the layer above gives; <see langword="null"/> where nobody knows.</summary>
    public Shape? Current { get; }

    /// <summary>The inputs and layers that can be named, the nearest first.</summary>
    public IEnumerable<(string Name, Shape Shape, bool IsInput)> Names => _network.Names
        .Reverse()
        .Select(named => (named.Name, _network.ShapeOf(named.Value), _network.LayerGiving(named.Value) is null));

    /// <summary>The same without what is taken anyway.</summary>
    public IEnumerable<(string Name, Shape Shape, bool IsInput)> Others => _network.Outputs.Count == 1
        ? _network.Names.Reverse().Where(named => named.Value != _network.Outputs[0])
            .Select(named => (named.Name, _network.ShapeOf(named.Value), _network.LayerGiving(named.Value) is null))
        : [];

    /// <returns><see langword="null"/> for a class that is no model.</returns>
    public static NetworkAbove? Read(INamedTypeSymbol symbol, CSharpCompilation compilation, CompletionPlace place, CancellationToken cancellation)
    {
        if (ModelReader.Read(symbol, compilation, cancellation) is not { } reading)
        {
            return null;
        }

        // [Output] names any layer, wherever it stands.
        bool isOfAll = place.Name == "Output";
        var declaration = new NetworkDeclaration(symbol.Name, reading.Declaration.Attributes
            .Where(attribute => attribute.Kind is not (AttributeKind.Output or AttributeKind.Training))
            .Where(attribute => isOfAll || reading.Positions.Attributes[attribute.Index].Whole is var written
                && written.Tree == place.Type.SyntaxTree && written.Span.End <= place.Start && written.Span.Length > 0)
            .ToEquatableArray());
        IReadOnlyList<ModelInput> inputs = InputRules.Read(declaration, new List<Problem>());
        return new NetworkAbove(reading, NetworkBuilder.Build(declaration, inputs));
    }

    /// <summary>A layer alone, on what it would get: as cheap below two hundred layers as below one.</summary>
    public static CheckedNetwork Try(AttributeDeclaration layer, params (string Name, Shape Shape)[] inputs) => NetworkBuilder.Build(
        new NetworkDeclaration("Model", EquatableArray.Of(layer)),
        inputs.Select(static (input, i) => new ModelInput(
            new AttributeDeclaration(i + 1, AttributeKind.Input, "Input", 0, false, EquatableArray<Argument>.Empty), input.Name, true, input.Shape)).ToList());
}
