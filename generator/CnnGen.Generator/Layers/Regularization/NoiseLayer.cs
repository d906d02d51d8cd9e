using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Regularization;

/// <summary>What disturbs the values in training and leaves them alone in inference: no weights, the same shape.</summary>
internal abstract record NoiseLayer : Layer
{
    /// <summary>A share, or a standard deviation.</summary>
    protected double Amount { get; private init; }

    public override bool KeepsShape => true;

    public override Shape? Output(Shape input, LayerSite site) => input;

    protected Layer ReadShare(Arguments arguments, string name) => this with
    {
        Amount = arguments.Real(name, 0, Range.Between(0, 1)),
    };

    protected Layer ReadShareBelowOne(Arguments arguments, string name) => this with
    {
        Amount = arguments.Real(name, 0, Range.FromUpTo(0, 1)),
    };
}
