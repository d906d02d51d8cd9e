using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

        public static ELU ELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

        public static GELU GELU() => new(false);

        public static GELU GELU(bool inplace) => new(inplace);

        public static SiLU SiLU() => new(false);

        public static SiLU SiLU(bool inplace) => new(inplace);

        public static Sigmoid Sigmoid() => new(false);

        public static Sigmoid Sigmoid(bool inplace) => new(inplace);

        public static Tanh Tanh() => new(false);

        public static Tanh Tanh(bool inplace = false) => new(inplace);

        public static Softmax Softmax(long dim) => new(dim);

        public static LogSoftmax LogSoftmax(long dim) => new(dim);
    }
}
