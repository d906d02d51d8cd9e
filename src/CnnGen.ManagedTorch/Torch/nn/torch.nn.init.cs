using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Randomness;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Start values, written over a tensor outside the tape. Each returns the tensor it was given.</summary>
        public static partial class init
        {
            /// <summary>Which side of a layer its start values are scaled by.</summary>
            public enum FanInOut
            {
                FanIn = 0,
                FanOut = 1,
            }

            /// <summary>What follows a layer, for <see cref="calculate_gain"/>.</summary>
            public enum NonlinearityType
            {
                Linear = 0,
                Conv1D = 1,
                Conv2D = 2,
                Conv3D = 3,
                ConvTranspose1D = 4,
                ConvTranspose2D = 5,
                ConvTranspose3D = 6,
                Sigmoid = 7,
                Tanh = 8,
                ReLU = 9,
                LeakyReLU = 10,
            }

            public static Tensor zeros_(Tensor tensor) => Outside(tensor, static t => t.zero_());

            public static Tensor ones_(Tensor tensor) => Outside(tensor, static t => t.fill_(1));

            public static Tensor constant_(Tensor tensor, Scalar val) => Outside(tensor, t => t.fill_(val));

            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Outside(tensor, t => t.uniform_(low, high, generator));

            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Outside(tensor, t => t.normal_(mean, std, generator));

            /// <summary>Of a normal distribution without what lies below a or above b.</summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null) =>
                Outside(tensor, t => TruncatedNormal.Fill(t, mean, std, a, b, generator));

            /// <summary>Rows, or columns where they are fewer, of length <paramref name="gain"/> and at right angles to each other.</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0) => Outside(tensor, t => Orthogonal.Fill(t, gain));

            /// <summary>A convolution's kernel (3 to 5 dimensions) that passes channels on as they are.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                var shape = tensor.Impl.Shape;
                if (shape.Length is < 3 or > 5) throw new ArgumentException("Only tensors with 3, 4, or 5 dimensions are supported");
                return Outside(tensor, t =>
                {
                    t.zero_();
                    for (var channel = 0L; channel < Math.Min(shape[0], shape[1]); channel++)
                    {
                        using var scope = NewDisposeScope();
                        var centre = t.select(0, channel).select(0, channel);
                        for (var axis = 2; axis < shape.Length; axis++) centre = centre.select(0, shape[axis] / 2);
                        centre.fill_(1);
                    }
                });
            }

            /// <summary>The identity matrix.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                if (tensor.Impl.Rank != 2) throw new ArgumentException("Only tensors with 2 dimensions are supported");
                return Outside(tensor, static t => t.copy_(eye(t.size(0), t.size(1))));
            }

            /// <summary>Glorot's uniform distribution.</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var bound = gain * Math.Sqrt(6.0 / FanSum(tensor));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Glorot's normal distribution.</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0) => normal_(tensor, 0, gain * Math.Sqrt(2.0 / FanSum(tensor)));

            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => xavier_normal_(tensor, gain);

            /// <summary>He's uniform distribution.</summary>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3.0) * calculate_gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>He's normal distribution.</summary>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, calculate_gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode)));

            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) =>
                nonlinearity switch
                {
                    NonlinearityType.Tanh => 5.0 / 3.0,
                    NonlinearityType.ReLU => Math.Sqrt(2.0),
                    NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + (param * param))),
                    _ => 1,
                };

            /// <summary>How many inputs an output sees, and how many outputs an input reaches.</summary>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.Impl.Shape;
                if (shape.Length < 2) throw new ArgumentException("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");
                var field = Geometry.ElementCount(shape.AsSpan(2));
                return (shape[1] * field, shape[0] * field);
            }

            private static double Fan(Tensor tensor, FanInOut mode)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return mode == FanInOut.FanIn ? fanIn : fanOut;
            }

            private static double FanSum(Tensor tensor)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return fanIn + fanOut;
            }

            private static Tensor Outside(Tensor tensor, Action<Tensor> write)
            {
                using var noGrad = no_grad();
                write(tensor);
                return tensor;
            }
        }
    }
}
