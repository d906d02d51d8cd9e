using CnnGen.ManagedTorch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers as functions: what needs weights takes them as arguments.</summary>
        public static partial class functional
        {
            /// <summary>Each class number as a row that is one there and zero elsewhere (Int64).</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1)
            {
                if (x.dtype != ScalarType.Int64) throw TorchError.WrongType("one_hot", "class numbers of type Int64", x.dtype);
                using var scope = NewDisposeScope();
                if (num_classes < 0) num_classes = x.max().ToInt64() + 1;
                if (x.numel() > 0 && (x.min().ToInt64() < 0 || x.max().ToInt64() >= num_classes))
                    throw TorchError.Create($"Class values must be non-negative and smaller than num_classes ({num_classes}).");
                return x.unsqueeze(-1).eq(arange(num_classes)).to(ScalarType.Int64).MoveToOuterDisposeScope();
            }

            /// <summary>input · weightsᵀ + bias.</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => LinearOperation.Apply(input, weights, bias);
        }
    }
}
