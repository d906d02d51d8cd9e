using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor contiguous() => Impl.IsContiguous ? Share() : RecordIdentity(CopyIn(MemoryLayout.Contiguous), "CloneBackward");

        public Tensor clone() => RecordIdentity(CopyIn(Impl.Layout), "CloneBackward");

        /// <summary>A view of everything; a tensor of its own for autograd.</summary>
        public Tensor alias() => RecordIdentity(Detached(), "AliasBackward");

        /// <summary>The same memory, outside the tape.</summary>
        public Tensor detach() => Detached();

        /// <summary>Takes this tensor out of the tape.</summary>
        public Tensor detach_()
        {
            Impl.SetProducer(null);
            Impl.RequiresGradAsLeaf = false;
            return this;
        }

        internal Tensor Detached() => new(Impl.Window());

        /// <summary>A copy in that order, outside the tape.</summary>
        internal Tensor CopyIn(MemoryLayout layout)
        {
            var copy = New(Impl.Shape, Impl.Type, layout);
            StridedCopy.Copy(Impl, copy.Impl);
            return copy;
        }

        /// <summary>The elements in that order: this very array if it has it, else a copy. Outside the tape; the caller disposes it.</summary>
        internal Tensor Arranged(MemoryLayout layout)
        {
            var impl = Impl;
            if (impl.Has(layout))
            {
                impl.Retain();
                return Unscoped(impl);
            }

            var copy = TensorImpl.New(impl.Shape, impl.Type, layout);
            StridedCopy.Copy(impl, copy);
            return Unscoped(copy);
        }

        /// <summary>As above, stretched to a shape and converted to an element type.</summary>
        internal Tensor Arranged(MemoryLayout layout, long[] shape, ScalarType type)
        {
            var impl = Impl;
            if (impl.Type == type && impl.Shape.AsSpan().SequenceEqual(shape)) return Arranged(layout);
            var copy = TensorImpl.New(shape, type, layout);
            var stretched = impl.Window(shape, StretchedStrides(impl, shape), impl.Offset);
            StridedCopy.Copy(stretched, copy);
            stretched.Release();
            return Unscoped(copy);
        }

        internal static long[] StretchedStrides(TensorImpl impl, ReadOnlySpan<long> shape)
        {
            var strides = new long[shape.Length];
            var shift = shape.Length - impl.Rank;
            for (var i = shift; i < shape.Length; i++)
                strides[i] = impl.Shape[i - shift] == 1 && shape[i] != 1 ? 0 : impl.Strides[i - shift];
            return strides;
        }

        private Tensor RecordIdentity(Tensor result, string name) =>
            Tape.Records(this)
                ? Tape.Record(result, name, [this], [], static (node, gradient) => node.Give(0, gradient))
                : result;
    }
}
