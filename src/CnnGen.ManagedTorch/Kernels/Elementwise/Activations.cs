namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Activation functions and their gradients. A target may be one of the sources.</summary>
internal static unsafe class Activations
{
    public static void Relu(long n, float* x, float* y) => LaneLoop.Run(n, new ReluOp(x, y));

    /// <summary>From the output <paramref name="y"/>.</summary>
    public static void ReluBackward(long n, float* dy, float* y, float* dx) => LaneLoop.Run(n, new ReluBackwardOp(dy, y, dx));

    public static void LeakyRelu(long n, float* x, float slope, float* y) => LaneLoop.Run(n, new LeakyReluOp(x, slope, y));

    /// <summary>From the input <paramref name="x"/>.</summary>
    public static void LeakyReluBackward(long n, float* dy, float* x, float slope, float* dx) =>
        LaneLoop.Run(n, new LeakyReluBackwardOp(dy, x, slope, dx));

    public static void Elu(long n, float* x, float alpha, float* y) => LaneLoop.Run(n, new EluOp(x, alpha, y));

    /// <summary>From the input <paramref name="x"/>.</summary>
    public static void EluBackward(long n, float* dy, float* x, float alpha, float* dx) => LaneLoop.Run(n, new EluBackwardOp(dy, x, alpha, dx));

    /// <summary>The exact function, x·Φ(x).</summary>
    public static void Gelu(long n, float* x, float* y) => LaneLoop.Run(n, new GeluOp(x, y));

    /// <summary>From the input <paramref name="x"/>.</summary>
    public static void GeluBackward(long n, float* dy, float* x, float* dx) => LaneLoop.Run(n, new GeluBackwardOp(dy, x, dx));

    public static void Silu(long n, float* x, float* y) => LaneLoop.Run(n, new SiluOp(x, y));

    /// <summary>From the input <paramref name="x"/>.</summary>
    public static void SiluBackward(long n, float* dy, float* x, float* dx) => LaneLoop.Run(n, new SiluBackwardOp(dy, x, dx));

    public static void Sigmoid(long n, float* x, float* y) => LaneLoop.Run(n, new SigmoidOp(x, y));

    /// <summary>From the output <paramref name="y"/>.</summary>
    public static void SigmoidBackward(long n, float* dy, float* y, float* dx) => LaneLoop.Run(n, new SigmoidBackwardOp(dy, y, dx));

    public static void Tanh(long n, float* x, float* y) => LaneLoop.Run(n, new TanhOp(x, y));

    /// <summary>From the output <paramref name="y"/>.</summary>
    public static void TanhBackward(long n, float* dy, float* y, float* dx) => LaneLoop.Run(n, new TanhBackwardOp(dy, y, dx));

    /// <summary>The standard normal distribution's Φ, through Abramowitz and Stegun's 7.1.26: within 1.5e-7 everywhere.</summary>
    private static T NormalCumulative<T>(T x, T gauss) where T : struct, ILanes<T>
    {
        T one = T.Create(1), half = T.Create(0.5f);
        T t = one / T.MultiplyAdd(T.Create(0.3275911f * 0.70710678f), T.Abs(x), one);
        T poly = T.Create(1.061405429f);
        poly = T.MultiplyAdd(poly, t, T.Create(-1.453152027f));
        poly = T.MultiplyAdd(poly, t, T.Create(1.421413741f));
        poly = T.MultiplyAdd(poly, t, T.Create(-0.284496736f));
        poly = T.MultiplyAdd(poly, t, T.Create(0.254829592f));
        T tail = half * poly * t * gauss;
        return T.Select(x, one - tail, tail);
    }

    /// <summary>exp(-x²/2).</summary>
    private static T Gauss<T>(T x) where T : struct, ILanes<T> => T.Exp(T.Create(-0.5f) * x * x);

    private readonly struct ReluOp(float* x, float* y) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T> => T.Max(T.Load(x + i), T.Create(0)).Store(y + i);
    }

    private readonly struct ReluBackwardOp(float* dy, float* y, float* dx) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T> => default(Rectifier).Back(T.Load(dy + i), T.Load(y + i)).Store(dx + i);
    }

    private readonly struct LeakyReluOp(float* x, float slope, float* y) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            T value = T.Load(x + i);
            T.Select(value, value, value * T.Create(slope)).Store(y + i);
        }
    }

    private readonly struct LeakyReluBackwardOp(float* dy, float* x, float slope, float* dx) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            T gradient = T.Load(dy + i);
            T.Select(T.Load(x + i), gradient, gradient * T.Create(slope)).Store(dx + i);
        }
    }

    private readonly struct EluOp(float* x, float alpha, float* y) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            T value = T.Load(x + i);
            T.Select(value, value, (T.Exp(value) - T.Create(1)) * T.Create(alpha)).Store(y + i);
        }
    }

    private readonly struct EluBackwardOp(float* dy, float* x, float alpha, float* dx) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            T gradient = T.Load(dy + i), value = T.Load(x + i);
            T.Select(value, gradient, gradient * T.Exp(value) * T.Create(alpha)).Store(dx + i);
        }
    }

    private readonly struct GeluOp(float* x, float* y) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            T value = T.Load(x + i);
            (value * NormalCumulative(value, Gauss(value))).Store(y + i);
        }
    }

    private readonly struct GeluBackwardOp(float* dy, float* x, float* dx) : ILaneOperation
    {
        private const float InverseRootOfTwoPi = 0.3989422804f;

        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            T value = T.Load(x + i), gauss = Gauss(value);
            T slope = T.MultiplyAdd(value * T.Create(InverseRootOfTwoPi), gauss, NormalCumulative(value, gauss));
            (T.Load(dy + i) * slope).Store(dx + i);
        }
    }

    private readonly struct SiluOp(float* x, float* y) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            T value = T.Load(x + i);
            (value * Lanes.Logistic(value)).Store(y + i);
        }
    }

    private readonly struct SiluBackwardOp(float* dy, float* x, float* dx) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            T one = T.Create(1), value = T.Load(x + i), sigmoid = Lanes.Logistic(value);
            (T.Load(dy + i) * sigmoid * T.MultiplyAdd(value, one - sigmoid, one)).Store(dx + i);
        }
    }

    private readonly struct SigmoidOp(float* x, float* y) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T> => Lanes.Logistic(T.Load(x + i)).Store(y + i);
    }

    private readonly struct SigmoidBackwardOp(float* dy, float* y, float* dx) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            T output = T.Load(y + i);
            (T.Load(dy + i) * output * (T.Create(1) - output)).Store(dx + i);
        }
    }

    private readonly struct TanhOp(float* x, float* y) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            // (1 - e) / (1 + e) with e = exp(-2|x|) cannot overflow; near zero, where it would lose digits, a polynomial.
            T zero = T.Create(0), one = T.Create(1), value = T.Load(x + i), size = T.Abs(value);
            T e = T.Exp(T.Create(-2) * size);
            T far = (one - e) / (one + e);
            T square = value * value;
            T near = T.MultiplyAdd(square, T.Create(-17f / 315), T.Create(2f / 15));
            near = T.MultiplyAdd(near, square, T.Create(-1f / 3)) * square;
            near = T.MultiplyAdd(near, size, size);
            T result = T.Select(size - T.Create(0.25f), far, near);
            T.Select(zero - value, zero - result, result).Store(y + i);
        }
    }

    private readonly struct TanhBackwardOp(float* dy, float* y, float* dx) : ILaneOperation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T>
        {
            T output = T.Load(y + i);
            (T.Load(dy + i) * (T.Create(1) - output * output)).Store(dx + i);
        }
    }
}
