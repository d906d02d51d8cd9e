using CnnGen.ManagedTorch;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements, in the order of the shape. <typeparamref name="T"/> must be exactly the element type.</summary>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            RequireType<T>();
            return new TensorAccessor<T>(this);
        }

        /// <summary>The one element. <typeparamref name="T"/> must be exactly the element type.</summary>
        public unsafe T item<T>() where T : unmanaged
        {
            if (Impl.Count != 1) throw new ArgumentException($"Number of elements in the tensor must be 1, but its shape is {Geometry.Format(Impl.Shape)}");
            RequireType<T>();
            var value = *(T*)Impl.Pointer;
            GC.KeepAlive(this);
            return value;
        }

        public Scalar ToScalar() => ReadScalar();

        /// <summary>The bytes of the elements; only where they lie in the order of the shape.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                if (!Impl.IsContiguous) throw new InvalidOperationException("bytes is available for contiguous tensors only; call contiguous() first.");
                Impl.Storage.IsExposed = true;
                var length = Impl.Count * ElementSize;
                if (length > int.MaxValue) throw new InvalidOperationException($"bytes shows at most {int.MaxValue:N0} bytes, and this tensor has {length:N0}; take parts of it.");
                return new Span<byte>(Impl.Pointer, (int)length);
            }

            set
            {
                if (value.Length != Impl.Count * ElementSize) throw new ArgumentException("Mismatched data sizes in Tensor.set_bytes().");
                value.CopyTo(bytes);
                Impl.NoteWrite();
            }
        }

        internal unsafe Scalar ReadScalar()
        {
            if (Impl.Count != 1)
                throw TorchError.Create($"a Tensor with {Impl.Count} elements cannot be converted to Scalar");
            Scalar value = Impl.Type switch
            {
                ScalarType.Float32 => *(float*)Impl.Pointer,
                ScalarType.Float64 => *(double*)Impl.Pointer,
                ScalarType.Int64 => *(long*)Impl.Pointer,
                ScalarType.Int32 => *(int*)Impl.Pointer,
                ScalarType.Byte => *Impl.Pointer,
                _ => *Impl.Pointer != 0,
            };
            GC.KeepAlive(this);
            return value;
        }

        private void RequireType<T>()
        {
            if (ScalarTypes.Of(typeof(T)) != dtype)
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
        }
    }
}
