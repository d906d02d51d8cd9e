using CnnGen.ManagedTorch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers as functions: what needs weights takes them as arguments.</summary>
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_().Share() : x.relu();

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? input.leaky_relu_(negative_slope).Share() : input.leaky_relu(negative_slope);

            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => inplace ? x.elu_(alpha).Share() : x.elu(alpha);

            public static Tensor gelu(Tensor x) => x.gelu();

            public static Tensor gelu(Tensor x, bool inplace) => inplace ? x.gelu_().Share() : x.gelu();

            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? x.silu_().Share() : x.silu();

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_().Share() : x.sigmoid();

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_().Share() : x.tanh();

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

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

            /// <summary>Sets elements to zero with probability p and scales the others up; without training, nothing.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                if (!(p >= 0 && p <= 1)) throw TorchError.Create($"dropout probability has to be between 0 and 1, but got {p}");
                if (!training || p == 0) return inplace ? input.Share() : input.alias();
                using var noise = Tensor.New(input.Impl.Shape, input.dtype);
                if (p == 1) noise.zero_();
                else noise.bernoulli_(1 - p).mul_(1 / (1 - p));
                return inplace ? input.mul_(noise).Share() : input.mul(noise);
            }

            /// <summary>input · weightsᵀ + bias.</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => LinearOperation.Apply(input, weights, bias);

            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null,
                bool training = false, double momentum = 0.1, double eps = 1e-05) =>
                BatchNormOperation.Apply(input, running_mean, running_var, weight, bias, training, momentum, eps);
        }
    }
}
