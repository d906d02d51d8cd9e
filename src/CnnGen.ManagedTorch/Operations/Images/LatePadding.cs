using CnnGen.ManagedTorch.Memory;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>
/// Images with zeros around them, outside the tape, not written yet: a convolution that comes next reads the images themselves and
/// takes the zeros for part of its own padding.
/// </summary>
internal sealed unsafe class LatePadding : Postponed
{
    [ThreadStatic] private static Recycled<LatePadding>? s_recycled;

    private TensorImpl _images = null!;
    private long[] _before = null!;
    private long[] _shape = null!;

    /// <summary>Zeros around the heights and widths of images.</summary>
    /// <param name="before">For each dimension, zeros before it: arrays that nobody changes.</param>
    /// <param name="shape">Of the result, with elements.</param>
    public static Tensor Of(TensorImpl images, long[] before, long[] shape)
    {
        var late = s_recycled?.Take() ?? new LatePadding();
        (late._images, late._before, late._shape) = (images.Window(), before, shape);
        var result = TensorImpl.Postponed(shape, images.Type, images.Layout);
        late.Begin(result.Storage, images.Storage);
        return Tensor.Of(result);
    }

    /// <summary>The images within such a result, and a window that pads them; those that came in if it is none, or written already.</summary>
    public static Held Within(TensorImpl padded, ref ConvolutionWindow window) =>
        padded.Storage.Awaited is LatePadding late ? late.Open(padded, ref window) : Held.Share(padded);

    protected override void Fill(byte* target) => PadOperation.FillDense(_images, _shape, _images.Layout, _before, target);

    protected override void Forget()
    {
        _images.Release();
        (_images, _before, _shape) = (null!, null!, null!);
        (s_recycled ??= new Recycled<LatePadding>()).Put(this);
    }

    private Held Open(TensorImpl padded, ref ConvolutionWindow window)
    {
        lock (Gate)
        {
            if (!IsAwaitedBy(padded.Storage) || !padded.HasShape(_shape) || !padded.Has(_images.Layout)) return Held.Share(padded);
            var (inner, axes) = (_images.Shape, window.Axes);
            Span<long> before = stackalloc long[axes];
            Span<long> after = stackalloc long[axes];
            for (var i = 0; i < axes; i++)
            {
                before[i] = window.Before[i] + _before[i + 2];
                after[i] = window.After[i] + _shape[i + 2] - inner[i + 2] - _before[i + 2];
            }

            window = window with { Before = Dimensions.Of(before), After = Dimensions.Of(after) };
            return Held.Share(_images);
        }
    }
}
