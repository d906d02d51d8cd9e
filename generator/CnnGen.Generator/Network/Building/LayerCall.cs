using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Network.Building;

/// <summary>A layer about to be put into the network.</summary>
/// <param name="Name">The node's name.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Inputs">The values that it reads.</param>
/// <param name="Original">The place of the node whose weights it uses.</param>
internal sealed record LayerCall(string Name, Layer Layer, EquatableArray<int> Inputs, int? Original = null)
{
    /// <summary>Whether the weights of the original, made for another input, fit these inputs.</summary>
    public bool FitsOriginal(IReadOnlyList<Shape> shapes, IReadOnlyList<PlacedLayer> layers, LayerSite site)
    {
        if (Original is not { } place || layers[place].Node is var original && Modules(original.Input).SequenceEqual(Modules(shapes[0])))
        {
            return true;
        }

        site.Report(RuleIds.SharedShape, "layer", original.Name, original.Input.Text, shapes[0].Text, site.Trace);
        return false;
    }

    public Node Measure(IReadOnlyList<Shape> shapes, Shape output, ReceptiveField field, Shape start)
    {
        long parameters = Layer.Parameters(shapes[0]);
        return new Node
        {
            Name = Name,
            Layer = Layer,
            Inputs = Inputs,
            InputShapes = shapes.ToEquatableArray(),
            Output = output,
            Parameters = parameters,
            TrainableParameters = Layer.IsTrainable ? parameters - Layer.FrozenParameters(shapes[0]) : 0,
            MultiplyAdds = Layer.MultiplyAdds(shapes[0], output),
            ActivationBytes = Layer.ActivationBytes(output),
            Field = Layer.Field(field, shapes[0]).Within(start),
            Original = Original,
        };
    }

    private IEnumerable<string> Modules(Shape input) => Layer.Modules("module", input).Select(static module => module.Creation);
}
