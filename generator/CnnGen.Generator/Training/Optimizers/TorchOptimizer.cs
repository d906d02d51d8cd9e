using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Optimizers;

/// <summary>An optimizer of TorchSharp's whose arithmetic is Keras's.</summary>
internal abstract record TorchOptimizer : OptimizerKind
{
    public override string Creation =>
        $"{Torch.Optim}.{TorchName}({string.Join(", ", new[] { "parameters()", "learningRate" }.Concat(Settings))})";

    /// <summary>TorchSharp's name of it.</summary>
    protected virtual string TorchName => Name;

    /// <summary>The arguments of the factory in <c>torch.optim</c> after the learning rate.</summary>
    protected abstract IEnumerable<string> Settings { get; }
}
