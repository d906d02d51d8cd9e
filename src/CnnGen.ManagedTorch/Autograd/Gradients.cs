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
            Replace(target, Own(target, gradient.Impl, mayKeep));
            return;
        }

        if (target.GradientIsZero)
        {
            // Whoever held the old gradient holds it still: only memory that is ours alone is exchanged.
            if (current.References == 1)
            {
                Replace(target, Own(target, gradient.Impl, mayKeep));
                return;
            }

            Materialize(target);
        }

        current.Retain();
        using var sum = torch.Tensor.Of(current);
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
        DenseFill.Anywhere(target.Gradient!, 0);
        target.Gradient!.NoteWrite();
    }

    // A fresh result that nobody else sees is taken as it is; everything else is copied, in the target's own order.
    private static TensorImpl Own(TensorImpl target, TensorImpl gradient, bool mayKeep)
    {
        var fresh = mayKeep && gradient.IsUnshared && gradient.Has(target.Layout);
        if (!fresh) return gradient.CopyIn(target.Layout);
        gradient.Retain();
        return gradient;
    }
}
