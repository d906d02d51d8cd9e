using CnnGen.ManagedTorch.Kernels;
using CnnGen.ManagedTorch.Memory;

namespace CnnGen.ManagedTorch;

/// <summary>A dense result that is not computed yet, and can be computed with an activation in the same pass over memory.</summary>
internal abstract unsafe class LateActivated : Postponed
{
    /// <summary>How many elements the result has.</summary>
    protected abstract long Count { get; }

    /// <summary>Applies an activation to such a result as it is computed; the target may be that result. False if it lies there already.</summary>
    public static bool Activate<TActivation>(TensorImpl result, TActivation activation, TensorImpl target) where TActivation : unmanaged, IActivation
    {
        if (target.Storage == result.Storage) target.Storage.SettleWatching();
        return result.Storage.Awaited is LateActivated late && late.ActivateWhole(result, activation, target);
    }

    protected sealed override void Fill(byte* target) => Compute(default(IdentityFunction), (float*)target);

    /// <summary>Writes activation(result). Only within the gate.</summary>
    protected abstract void Compute<TActivation>(TActivation activation, float* target) where TActivation : unmanaged, IActivation;

    /// <summary>Whether an activation of the result in place is taken over, to be applied when the result is computed. Only within the gate.</summary>
    protected virtual bool Keeps<TActivation>() where TActivation : unmanaged, IActivation => false;

    /// <summary>Whether a window shows the whole result, in the order that it has in memory. Only within the gate.</summary>
    protected bool IsWhole(TensorImpl window) => IsAwaitedBy(window.Storage) && window.Count == Count && window.Has(window.Layout);

    private bool ActivateWhole<TActivation>(TensorImpl result, TActivation activation, TensorImpl target) where TActivation : unmanaged, IActivation
    {
        lock (Gate)
        {
            if (!IsWhole(result)) return false;
            if (target.Storage != result.Storage)
            {
                Compute(activation, target.Floats);
                return true;
            }

            if (Keeps<TActivation>()) return true;
            Compute(activation, (float*)target.Storage.Prepare());
            End();
            return true;
        }
    }
}
