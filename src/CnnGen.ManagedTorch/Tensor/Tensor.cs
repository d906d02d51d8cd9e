using System.Diagnostics.CodeAnalysis;
using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A handle on an n-dimensional array. Several handles may name the same array; each is disposed for itself, and the
    /// memory is free when no handle, view or recorded operation needs it any more.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private TensorImpl? _impl;

        private protected Tensor(TensorImpl impl, DisposeScope? scope)
        {
            _impl = impl;
            scope?.Add(this);
        }

        internal TensorImpl Impl => _impl ?? throw TorchError.Disposed();

        internal DisposeScope? OwningDisposeScope { get; set; }

        internal int IndexInScope { get; set; }

        /// <summary>True once the handle is disposed.</summary>
        public bool IsInvalid => _impl is null;

        /// <summary>A handle in the current scope; takes over the caller's reference.</summary>
        internal static Tensor Of(TensorImpl impl)
        {
            var scope = DisposeScope.Current;
            return scope?.Handles is { } handles ? handles.Lend(impl) : new Tensor(impl, scope);
        }

        /// <summary>A handle that no scope knows; takes over the caller's reference.</summary>
        internal static Tensor Unscoped(TensorImpl impl) => new(impl, null);

        /// <summary>A new, uninitialised tensor.</summary>
        internal static Tensor New(ReadOnlySpan<long> shape, ScalarType type, MemoryLayout layout = MemoryLayout.Contiguous) =>
            Of(TensorImpl.New(shape, type, layout));

        /// <summary>Another handle on the same array.</summary>
        internal Tensor Share()
        {
            Impl.Retain();
            return Of(Impl);
        }

        /// <summary>Names another array; only for handles that are lent (<see cref="LentHandles"/>).</summary>
        internal void Rename(TensorImpl impl) => _impl = impl;

        /// <summary>Gives the array to a new owner and leaves this handle empty.</summary>
        internal TensorImpl TakeImpl()
        {
            var impl = Impl;
            _impl = null;
            return impl;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            OwningDisposeScope?.Remove(this);
            Interlocked.Exchange(ref _impl, null)?.Release();
        }

        /// <summary>Hands the tensor over to the scope around its own; outside of any it lives until it is disposed.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of its scope: it lives until it is disposed.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is { } owner) owner.MoveToOther(other, this);
            else other?.Attach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        public override bool Equals([NotNullWhen(true)] object? obj) => obj is Tensor other && Equals(other);

        /// <summary>True if shape and all elements are equal.</summary>
        public bool Equals(Tensor? target)
        {
            if (target is null) return false;
            if (!Impl.Shape.AsSpan().SequenceEqual(target.Impl.Shape)) return false;
            using var same = eq(target);
            using var all = same.all();
            return all.ToBoolean();
        }

        /// <summary>Of the handle: two tensors that are equal have different ones, so do not use them as keys by value.</summary>
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
