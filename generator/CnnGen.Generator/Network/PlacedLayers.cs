using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Network.Building;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Network;

/// <summary>
/// The layers of a network whose shapes are known, and the values between them. A value is a number: the inputs come first, then what
/// each layer gives.
/// </summary>
internal sealed class PlacedLayers
{
    private readonly IReadOnlyList<ModelInput> _inputs;
    private readonly List<PlacedLayer> _layers = new();
    private readonly List<int> _starts = new();

    public PlacedLayers(IReadOnlyList<ModelInput> inputs) => _inputs = inputs;

    public IReadOnlyList<ModelInput> Inputs => _inputs;

    /// <summary>The layers in the order of their attributes.</summary>
    public IReadOnlyList<PlacedLayer> All => _layers;

    /// <summary>Puts a layer behind the others.</summary>
    /// <returns>The value that it gives.</returns>
    public int Add(PlacedLayer layer)
    {
        _layers.Add(layer);
        _starts.Add(StartOf(layer.Node.Inputs[0]));
        return _inputs.Count + _layers.Count - 1;
    }

    public bool IsInput(int value) => value < _inputs.Count;

    /// <summary>The place among the layers of the one that gives a value.</summary>
    public int PlaceOf(int value) => value - _inputs.Count;

    /// <summary>The layer that gives a value; <see langword="null"/> for an input.</summary>
    public PlacedLayer? Giving(int value) => IsInput(value) ? null : _layers[PlaceOf(value)];

    public string NameOf(int value) => Giving(value)?.Node.Name ?? _inputs[value].Name;

    public Shape ShapeOf(int value) => Giving(value)?.Node.Output ?? _inputs[value].Shape!;

    /// <summary>How much of the input the values depend on, taken together.</summary>
    public ReceptiveField FieldOf(IEnumerable<int> values) => values
        .Select(value => Giving(value)?.Node.Field ?? ReceptiveField.Pixel(_inputs[value].Shape!))
        .Aggregate(static (one, two) => one.And(two));

    /// <summary>The input that the way to a value begins with.</summary>
    public int StartOf(int value) => IsInput(value) ? value : _starts[PlaceOf(value)];

    /// <summary>The layers from an input to a value, along each layer's first input.</summary>
    public GraphPath PathTo(int value)
    {
        var path = new List<PlacedLayer>();
        while (Giving(value) is { } layer)
        {
            path.Add(layer);
            value = layer.Node.Inputs[0];
        }

        path.Reverse();
        return new GraphPath(_inputs[value].Shape!, _inputs[value].Attribute.Index, path);
    }
}
