using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that a module trains.</summary>
public class Parameter : Tensor
{
    /// <param name="data">The values; this handle becomes empty.</param>
    public Parameter(Tensor data, bool requires_grad = true) : this(data, data.OwningDisposeScope, requires_grad)
    {
    }

    // The parameter takes the tensor's place, in its scope too.
    private Parameter(Tensor data, DisposeScope? scope, bool requires_grad) : base(data.TakeImpl(), scope)
    {
        scope?.Remove(data);
        if (requires_grad) this.requires_grad = true;
    }
}
