namespace CnnGen.Generator.Training.Optimizers;

/// <summary>Adam. Keras: <c>keras/optimizers/adam.py</c>.</summary>
internal sealed record Adam : AdamOptimizer
{
    // Adam with Keras's weight decay is what PyTorch calls AdamW.
    protected override string TorchName => WeightDecay > 0 ? "AdamW" : "Adam";
}
