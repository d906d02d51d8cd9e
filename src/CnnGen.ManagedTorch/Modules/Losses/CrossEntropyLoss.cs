using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Cross entropy of scores.</summary>
public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    internal CrossEntropyLoss(Tensor? weight, long? ignore_index, nn.Reduction reduction) : base(weight, reduction)
    {
        this.ignore_index = ignore_index;
    }

    public long? ignore_index { get; }

    public override Tensor forward(Tensor input, Tensor target) => nn.functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction);
}
