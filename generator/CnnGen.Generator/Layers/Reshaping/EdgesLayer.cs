using System.Linq;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Reshaping;

/// <summary>More or fewer pixels at the ends of the axes: what zero padding and cropping share.</summary>
internal abstract record EdgesLayer : Layer
{
    protected abstract MapAxes Axes { get; }

    /// <summary>The argument that stands for all ends.</summary>
    protected abstract string Argument { get; }

    /// <summary>What each end gets where nothing is said.</summary>
    protected virtual int Default => 1;

    /// <summary>The pixels of each axis.</summary>
    protected EquatableArray<Edges> Sides { get; private init; }

    public override bool IsLinear => true;

    public override Layer Read(Arguments arguments)
    {
        int all = arguments.NotNegative(Argument, Default);
        return this with { Sides = Enumerable.Range(0, Axes.Count).Select(axis => ReadSides(arguments, Axes[axis], all)).ToEquatableArray() };
    }

    public override void Describe(LayerSettings settings, Shape input) => settings.AddEdges(Argument, Sides);

    /// <summary>The arguments that can be meant by one axis.</summary>
    protected string ArgumentOf(MapAxis axis) => $"{axis.After}|{axis.Before}|{axis.Name.ToLowerInvariant()}|{Argument}";

    private static Edges ReadSides(Arguments arguments, MapAxis axis, int all)
    {
        int both = arguments.NotNegative(axis.Name.ToLowerInvariant(), all);
        return new Edges(arguments.NotNegative(axis.Before, both), arguments.NotNegative(axis.After, both));
    }
}
