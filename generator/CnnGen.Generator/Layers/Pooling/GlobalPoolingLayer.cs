using System.Linq;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Pooling;

/// <summary>One value for each channel.</summary>
internal abstract record GlobalPoolingLayer : Layer
{
    protected abstract MapAxes Axes { get; }

    /// <summary>The tensor's method that takes it.</summary>
    protected abstract string Method { get; }

    private bool KeepDims { get; init; }

    public override Layer Read(Arguments arguments) => this with { KeepDims = arguments.Flag("KeepDims", false) };

    public override Shape? Output(Shape input, LayerSite site) => MapRules.NeedsMap(input, Axes, ClassName, site)
        ? KeepDims ? input.WithSpatial(Enumerable.Repeat(1, Axes.Count)) : input.Vector(input.Channels)
        : null;

    public override ReceptiveField Field(ReceptiveField field, Shape input) => field.Whole();

    public override void Forward(ForwardCode code)
    {
        string axes = Literals.Longs(Enumerable.Range(2, Axes.Count).Select(static axis => (long)axis).ToArray());
        code.Next("pooled", $"{code.Value}.{Method}({axes}, {Literals.Boolean(KeepDims)})");
    }
}
