using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>What disturbs the values in training and leaves them alone in inference: no weights, the same shape.</summary>
internal abstract record NoiseLayer : Layer
{
    /// <summary>A share, or a standard deviation.</summary>
    protected double Amount { get; private init; }

    public override bool KeepsShape => true;

    public override Shape? Output(Shape input, LayerSite site) => input;

    protected Layer ReadShare(Arguments arguments, string name) => this with
    {
        Amount = arguments.Real(name, 0, static value => value is >= 0 and <= 1, "between 0 and 1"),
    };

    protected Layer ReadShareBelowOne(Arguments arguments, string name) => this with
    {
        Amount = arguments.Real(name, 0, static value => value is >= 0 and < 1, "at least 0 and less than 1"),
    };
}
