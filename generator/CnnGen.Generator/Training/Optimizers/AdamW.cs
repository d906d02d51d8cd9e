namespace CnnGen.Generator.Training.Optimizers;

/// <summary>Adam with weight decay apart from the gradient. Keras: <c>keras/optimizers/adamw.py</c>.</summary>
internal sealed record AdamW : AdamOptimizer
{
    public override double DefaultWeightDecay => 0.004;
}
