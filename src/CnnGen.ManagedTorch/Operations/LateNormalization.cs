using CnnGen.ManagedTorch.Kernels;
using CnnGen.ManagedTorch.Memory;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>
/// The result of a batch normalization whose statistics are known, not written yet: mostly an activation comes next, and takes it in
/// the same pass over memory.
/// </summary>
internal sealed unsafe class LateNormalization : LateActivated
{
    [ThreadStatic] private static Recycled<LateNormalization>? s_recycled;

    private TensorImpl _x = null!;
    private TensorImpl _constants = null!;
    private long _rows;
    private int _channels;

    protected override long Count => _rows * _channels;

    /// <summary>(x - mean)·invStd·gamma + beta, for rows of channels.</summary>
    /// <param name="constants">Those of <see cref="Normalization.Constants"/>.</param>
    public static Tensor Of(in ChannelRows rows, TensorImpl constants)
    {
        var late = s_recycled?.Take() ?? new LateNormalization();
        late._x = rows.Dense.Window();
        late._constants = constants.Window();
        (late._rows, late._channels) = (rows.Rows, rows.Channels);
        var result = TensorImpl.Postponed(rows.Dense.Shape, ScalarType.Float32, rows.Layout);
        late.Begin(result.Storage, late._x.Storage);
        return Tensor.Of(result);
    }

    protected override void Compute<TActivation>(TActivation activation, float* target) =>
        Normalization.BatchApply(_rows, _channels, _x.ReadFloats, _constants.Floats, activation, target);

    protected override void Forget()
    {
        _x.Release();
        _constants.Release();
        (_x, _constants) = (null!, null!);
        (s_recycled ??= new Recycled<LateNormalization>()).Put(this);
    }
}
