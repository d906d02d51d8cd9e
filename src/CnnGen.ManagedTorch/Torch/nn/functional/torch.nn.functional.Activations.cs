namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
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

            /// <summary>Softmax over the channels of each place of an image.</summary>
            public static Tensor softmax2d(Tensor x) => x.softmax(-3);

            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            public static Tensor relu6(Tensor x, bool inplace = false) => inplace ? x.relu6_().Share() : x.relu6();

            public static Tensor selu(Tensor x, bool inplace = false) => inplace ? x.selu_().Share() : x.selu();

            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => inplace ? x.celu_(alpha).Share() : x.celu(alpha);

            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => x.softplus(beta, threshold);

            public static Tensor softsign(Tensor x, bool inplace = false) =>
                inplace ? x.WriteOver(static self => self.softsign()).Share() : x.softsign();

            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => inplace ? input.hardsigmoid_().Share() : input.hardsigmoid();

            public static Tensor hardswish(Tensor input, bool inplace = false) => inplace ? input.hardswish_().Share() : input.hardswish();

            public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                inplace ? x.hardtanh_(min_val, max_val).Share() : x.hardtanh(min_val, max_val);

            public static Tensor logsigmoid(Tensor x) => x.log_sigmoid();

            public static Tensor mish(Tensor x, bool inplace = false) => inplace ? x.WriteOver(static self => self.mish()).Share() : x.mish();

            /// <summary>x - tanh(x).</summary>
            public static Tensor tanhshrink(Tensor x, bool inplace = false) =>
                inplace ? x.WriteOver(TanhShrunk).Share() : TanhShrunk(x);

            public static Tensor softshrink(Tensor x, double lambda = 0.5) => x.softshrink(lambda);

            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => x.hardshrink(lambda);

            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? x.threshold_(threshold, value).Share() : x.threshold(threshold, value);

            /// <summary>x where positive, weight·x elsewhere; one weight, or one for each channel (dimension 1).</summary>
            public static Tensor prelu(Tensor input, Tensor weight) => input.prelu(weight);

            public static Tensor softmin(Tensor x, long dim)
            {
                using var opposite = x.neg();
                return opposite.softmax(dim);
            }

            private static Tensor TanhShrunk(Tensor x)
            {
                using var bent = x.tanh();
                return x.sub(bent);
            }
        }
    }
}
