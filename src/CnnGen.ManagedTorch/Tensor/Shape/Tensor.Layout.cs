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

        internal Tensor Detached() => Of(Impl.Window());

        /// <summary>A copy in that order, outside the tape.</summary>
        internal Tensor CopyIn(MemoryLayout layout) => Of(Impl.CopyIn(layout));

        /// <summary>The elements in that order: this very array if it has it, else a copy. Outside the tape.</summary>
        internal Held Arranged(MemoryLayout layout) => Held.Arranged(Impl, layout);

        /// <summary>As above, stretched to a shape and converted to an element type.</summary>
        internal Held Arranged(MemoryLayout layout, scoped ReadOnlySpan<long> shape, ScalarType type) => Held.Arranged(Impl, layout, shape, type);

        private Tensor RecordIdentity(Tensor result, string name) =>
            Tape.Records(this)
                ? Tape.Record(result, name, [this], [], static (node, gradient) => node.Give(0, gradient))
                : result;
    }
}
