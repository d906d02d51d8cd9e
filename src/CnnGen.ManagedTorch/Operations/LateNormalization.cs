using CnnGen.ManagedTorch.Kernels;
using CnnGen.ManagedTorch.Memory;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>
/// The result of a batch normalization whose statistics are known, not written yet: mostly an activation comes next, and takes it in
/// the same pass over memory.
/// </summary>
internal sealed unsafe class LateNormalization : Postponed
{
    [ThreadStatic] private static Recycled<LateNormalization>? s_recycled;

    private TensorImpl _x = null!;

    // For each channel its center, its factor and what is added, one after the other.
    private TensorImpl _constants = null!;
    private long _rows;
    private int _channels;

    /// <summary>(x - mean)·invStd·gamma + beta, for rows of channels; gamma and beta may be null.</summary>
    public static Tensor Of(in ChannelRows rows, float* mean, float* invStd, float* gamma, float* beta)
    {
        var late = s_recycled?.Take() ?? new LateNormalization();
        late._x = rows.Dense.Window();
        late._constants = TensorImpl.New([3, rows.Channels], ScalarType.Float32);
        (late._rows, late._channels) = (rows.Rows, rows.Channels);
        Normalization.Constants(rows.Channels, mean, invStd, gamma, beta, late._constants.Floats);
        var result = TensorImpl.Awaiting(rows.Dense.Shape, ScalarType.Float32, rows.Layout, late);
        late.Begin(result.Storage, late._x.Storage);
        // Somebody else's array may change without a word.
        if (rows.Dense.Storage.IsExposed) late.Settle();
        return Tensor.Of(result);
    }

    /// <summary>Applies an activation to such a result as it is computed; the target may be that result. False if it lies there already.</summary>
    public static bool Activate<TActivation>(TensorImpl normalized, TActivation activation, TensorImpl target) where TActivation : unmanaged, IActivation
    {
        if (target.Storage == normalized.Storage) target.Storage.SettleWatching();
        return normalized.Storage.Awaited is LateNormalization late && late.ActivateWhole(normalized, activation, target);
    }

    protected override void Fill(byte* target) => Apply(default(IdentityFunction), (float*)target);

    protected override void Forget()
    {
        _x.Release();
        _constants.Release();
        (_x, _constants) = (null!, null!);
        (s_recycled ??= new Recycled<LateNormalization>()).Put(this);
    }

    private bool ActivateWhole<TActivation>(TensorImpl normalized, TActivation activation, TensorImpl target) where TActivation : unmanaged, IActivation
    {
        lock (Gate)
        {
            if (!IsAwaitedBy(normalized.Storage) || normalized.Count != _rows * _channels || !normalized.Has(normalized.Layout)) return false;
            if (target.Storage != normalized.Storage)
            {
                Apply(activation, target.Floats);
                return true;
            }

            Apply(activation, (float*)target.Storage.Prepare());
            End();
            return true;
        }
    }

    private void Apply<TActivation>(TActivation activation, float* target) where TActivation : unmanaged, IActivation =>
        Normalization.BatchApply(_rows, _channels, _x.ReadFloats, _constants.Floats, activation, target);
}
