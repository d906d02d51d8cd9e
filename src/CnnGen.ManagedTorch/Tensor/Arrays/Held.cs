using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>
/// An array that an operation holds while it works on it: a counted reference for the length of a block, without a handle
/// that somebody could keep. None at all stands for an operand that was left out, and its elements are at null.
/// </summary>
internal readonly unsafe ref struct Held : IDisposable
{
    private readonly TensorImpl? _impl;

    private Held(TensorImpl impl)
    {
        _impl = impl;
    }

    public TensorImpl Impl => _impl!;

    public float* Floats => _impl is null ? null : _impl.Floats;

    public bool IsNone => _impl is null;

    /// <summary>A new, uninitialised array.</summary>
    public static Held New(scoped ReadOnlySpan<long> shape, ScalarType type, MemoryLayout layout = MemoryLayout.Contiguous) =>
        new(TensorImpl.New(shape, type, layout));

    /// <summary>Takes over the caller's reference.</summary>
    public static Held Own(TensorImpl impl) => new(impl);

    /// <summary>One more reference.</summary>
    public static Held Share(TensorImpl impl)
    {
        impl.Retain();
        return new Held(impl);
    }

    /// <summary>The elements in that order: this very array if it has it, else a copy. Outside the tape.</summary>
    public static Held Arranged(TensorImpl impl, MemoryLayout layout) => impl.Has(layout) ? Share(impl) : new Held(impl.CopyIn(layout));

    /// <summary>As above; none for null.</summary>
    public static Held Arranged(Tensor? tensor, MemoryLayout layout) => tensor is null ? default : Arranged(tensor.Impl, layout);

    /// <summary>As above, stretched to a shape and converted to an element type.</summary>
    public static Held Arranged(TensorImpl impl, MemoryLayout layout, scoped ReadOnlySpan<long> shape, ScalarType type)
    {
        if (impl.Type == type && impl.HasShape(shape)) return Arranged(impl, layout);
        var copy = TensorImpl.New(shape, type, layout);
        using var stretched = Stretched(impl, shape);
        StridedCopy.Copy(stretched.Impl, copy);
        return new Held(copy);
    }

    /// <summary>The same memory, stretched to a shape.</summary>
    public static Held Stretched(TensorImpl impl, scoped ReadOnlySpan<long> shape)
    {
        Span<long> strides = shape.Length <= Geometry.UsualRank ? stackalloc long[shape.Length] : new long[shape.Length];
        Geometry.StretchedStrides(impl.Shape, impl.Strides, shape, strides);
        return new Held(impl.Window(shape, strides, impl.Offset));
    }

    /// <summary>A handle on the array, for operations that take tensors; the caller disposes it.</summary>
    public Tensor Handle()
    {
        Impl.Retain();
        return Tensor.Of(Impl);
    }

    public void Dispose() => _impl?.Release();
}
