using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The exponential linear unit whose scale keeps mean 0 and variance 1.</summary>
public sealed class SELU : ParameterLessModule<Tensor, Tensor>
{
    internal SELU(bool inplace) : base(nameof(SELU))
    {
        this.inplace = inplace;
    }

    public bool inplace { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.selu(tensor, inplace);
}
