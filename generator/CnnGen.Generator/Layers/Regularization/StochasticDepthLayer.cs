using System.Linq;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Regularization;

/// <summary>In training, sets whole examples to zero and scales up the others: a branch that is added is left out for some.</summary>
internal sealed record StochasticDepthLayer : NoiseLayer
{
    public override string ClassName => "StochasticDepth";

    // In inference it does nothing.
    public override bool IsLinear => true;

    public override Layer Read(Arguments arguments) => ReadShareBelowOne(arguments, "rate");

    public override void Forward(ForwardCode code)
    {
        string sizes = string.Join(", ", Enumerable.Repeat("1", code.Node.Input.Rank).Prepend($"{code.Value}.shape[0]"));
        code.Comment = "whole examples";
        code.Next("kept", NoiseCode.Dropped(code.Value, sizes, Amount));
    }
}
