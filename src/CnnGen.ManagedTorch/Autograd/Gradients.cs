using TorchSharp;

namespace CnnGen.ManagedTorch.Autograd;

/// <summary>The gradient that a tensor collects.</summary>
internal static class Gradients
{
    /// <summary>Adds to what is there; the first gradient becomes what is there.</summary>
    public static void Accumulate(TensorImpl target, torch.Tensor gradient, bool mayKeep)
    {
        if (target.Gradient is not { } current)
        {
            Replace(target, Own(target, gradient, mayKeep));
            return;
        }

        if (target.GradientIsZero)
        {
            // Whoever held the old gradient holds it still: only memory that is ours alone is exchanged.
            if (current.References == 1)
            {
                Replace(target, Own(target, gradient, mayKeep));
                return;
            }

            Materialize(target);
        }

        current.Retain();
        using var sum = torch.Tensor.Unscoped(current);
        sum.add_(gradient);
    }

    /// <summary>Sets the gradient to zero, without touching memory where nobody could tell.</summary>
    public static void Clear(TensorImpl target)
    {
        if (target.Gradient is not { } gradient) return;
        target.GradientIsZero = true;
        if (gradient.References > 1 || gradient.Storage.References > 1) Materialize(target);
    }

    /// <summary>The gradient as it is to be read: zeros written if it counts as zero.</summary>
    public static TensorImpl? Read(TensorImpl target)
    {
        if (target.GradientIsZero) Materialize(target);
        return target.Gradient;
    }

    public static void Replace(TensorImpl target, TensorImpl? gradient)
    {
        target.Gradient?.Release();
        target.Gradient = gradient;
        target.GradientIsZero = false;
    }

    private static void Materialize(TensorImpl target)
    {
        target.GradientIsZero = false;
        target.Gradient!.Retain();
        using var gradient = torch.Tensor.Unscoped(target.Gradient);
        gradient.zero_();
    }

    // A fresh result that nobody else sees is taken as it is; everything else is copied, in the target's own order.
    private static TensorImpl Own(TensorImpl target, torch.Tensor gradient, bool mayKeep)
    {
        var impl = gradient.Impl;
        if (mayKeep && impl.References == 1 && impl.Storage.References == 1 && impl.Has(target.Layout))
        {
            impl.Retain();
            return impl;
        }

        using var copy = gradient.CopyIn(target.Layout);
        copy.Impl.Retain();
        return copy.Impl;
    }
}
