using CnnGen.ManagedTorch.Kernels;
using CnnGen.ManagedTorch.Memory;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>
/// The result of a convolution outside the tape, not computed yet: a rectifier, a normalization and an activation that come next are
/// applied to each part of it as long as that is in the cache.
/// </summary>
internal sealed unsafe class LateConvolution : LateActivated
{
    [ThreadStatic] private static Recycled<LateConvolution>? s_recycled;

    private ConvolutionSize _size;
    private TensorImpl _x = null!;
    private TensorImpl _weight = null!;
    private TensorImpl? _bias;
    private TensorImpl? _constants;

    // Whether a rectifier comes before the normalization.
    private bool _isRectified;

    protected override long Count => (long)_size.N * _size.OutH * _size.OutW * _size.Filters;

    /// <summary>x * weight + bias of a shape with elements; the operands are dense, x with its channels last.</summary>
    public static Tensor Of(in ConvolutionSize size, ReadOnlySpan<long> shape, TensorImpl x, TensorImpl weight, in Held bias) =>
        Of(size, shape, x, weight, bias.IsNone ? null : bias.Impl, null, isRectified: false);

    /// <summary>The same convolution with a normalization after it; null if there is no such convolution, or it is computed already.</summary>
    /// <param name="constants">Those of <see cref="Normalization.Constants"/>.</param>
    public static Tensor? Normalized(TensorImpl convolved, TensorImpl constants) =>
        convolved.Storage.Awaited is LateConvolution late ? late.Normalize(convolved, constants) : null;

    protected override void Compute<TActivation>(TActivation activation, float* target)
    {
        var constants = _constants is null ? null : _constants.Floats;
        var epilogue = _isRectified
            ? Epilogue.Of<Rectifier, TActivation>(constants, _size.Filters, &activation)
            : Epilogue.Of<IdentityFunction, TActivation>(constants, _size.Filters, &activation);
        Convolution.Forward(
            _size, _x.ReadFloats, _weight.ReadFloats, _bias is null ? null : _bias.ReadFloats, target, Rounding.BesideTheTile, _weight.Storage.Kept,
            !_isRectified && _constants is null && typeof(TActivation) == typeof(IdentityFunction) ? default : epilogue);
    }

    // A normalization may come next.
    protected override bool Keeps<TActivation>()
    {
        if (typeof(TActivation) != typeof(Rectifier) || _constants is not null) return false;
        _isRectified = true;
        return true;
    }

    protected override void Forget()
    {
        _x.Release();
        _weight.Release();
        _bias?.Release();
        _constants?.Release();
        (_x, _weight, _bias, _constants) = (null!, null!, null, null);
        (s_recycled ??= new Recycled<LateConvolution>()).Put(this);
    }

    private static Tensor Of(in ConvolutionSize size, ReadOnlySpan<long> shape, TensorImpl x, TensorImpl weight, TensorImpl? bias, TensorImpl? constants, bool isRectified)
    {
        var late = s_recycled?.Take() ?? new LateConvolution();
        (late._size, late._x, late._weight, late._bias) = (size, x.Window(), weight.Window(), bias?.Window());
        (late._constants, late._isRectified) = (constants, isRectified);
        var result = TensorImpl.Postponed(shape, ScalarType.Float32, MemoryLayout.ChannelsLast);
        late.Begin(result.Storage, x.Storage, weight.Storage, bias?.Storage);
        return Tensor.Of(result);
    }

    private Tensor? Normalize(TensorImpl convolved, TensorImpl constants)
    {
        lock (Gate)
        {
            if (!IsWhole(convolved) || _constants is not null || !EndsWithFilters(convolved)) return null;
            return Of(_size, convolved.Shape, _x, _weight, _bias, constants.Window(), _isRectified);
        }
    }

    // The filters of a place still lie side by side: the result is no view that takes other numbers for channels.
    private bool EndsWithFilters(TensorImpl convolved) => convolved.Rank > 2 && convolved.Shape[1] == _size.Filters && convolved.Strides[1] == 1;
}
