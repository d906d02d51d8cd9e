namespace CnnGen.ManagedTorch.Kernels;

/// <summary>A function of one element, and what it makes of a gradient.</summary>
internal interface IActivation
{
    T Value<T>(T x) where T : struct, ILanes<T>;

    /// <summary>The gradient times the slope at x; zero where the function is flat, whatever the gradient is.</summary>
    T Back<T>(T gradient, T x) where T : struct, ILanes<T>;
}

/// <summary>Applies activations to dense memory, and their slopes to gradients. A target may be one of the sources.</summary>
internal static unsafe class ActivationLoop
{
    public static void Forward<TActivation>(long n, TActivation activation, float* x, float* y) where TActivation : unmanaged, IActivation =>
        LaneLoop.Run(n, new ValueOp<TActivation>(activation, x, y));

    public static void Backward<TActivation>(long n, TActivation activation, float* dy, float* x, float* dx)
        where TActivation : unmanaged, IActivation =>
        LaneLoop.Run(n, new SlopeOp<TActivation>(activation, dy, x, dx));

    private readonly struct ValueOp<TActivation>(TActivation activation, float* x, float* y) : ILaneOperation
        where TActivation : unmanaged, IActivation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T> => activation.Value(T.Load(x + i)).Store(y + i);
    }

    private readonly struct SlopeOp<TActivation>(TActivation activation, float* dy, float* x, float* dx) : ILaneOperation
        where TActivation : unmanaged, IActivation
    {
        public void Apply<T>(long i) where T : struct, ILanes<T> => activation.Back(T.Load(dy + i), T.Load(x + i)).Store(dx + i);
    }
}

/// <summary>x itself.</summary>
internal readonly struct IdentityFunction : IActivation
{
    public T Value<T>(T x) where T : struct, ILanes<T> => x;

    public T Back<T>(T gradient, T x) where T : struct, ILanes<T> => gradient;
}

/// <summary>x where positive, zero elsewhere: ReLU. Its slope is the same from the output.</summary>
internal readonly struct Rectifier : IActivation
{
    public T Value<T>(T x) where T : struct, ILanes<T> => T.Max(x, T.Create(0));

    public T Back<T>(T gradient, T x) where T : struct, ILanes<T> => T.SelectAtMost(x, T.Create(0), T.Create(0), gradient);
}

/// <summary>scale·x where positive, scale·alpha·(exp(x / width) - 1) elsewhere: SELU and CELU.</summary>
internal readonly struct ExponentialLinear(float scale, float alpha, float width) : IActivation
{
    public T Value<T>(T x) where T : struct, ILanes<T> =>
        T.Create(scale) * T.Select(x, x, T.Create(alpha) * (T.Exp(x / T.Create(width)) - T.Create(1)));

    public T Back<T>(T gradient, T x) where T : struct, ILanes<T> =>
        gradient * (T.Create(scale) * T.Select(x, T.Create(1), T.Create(alpha / width) * T.Exp(x / T.Create(width))));
}

/// <summary>log(1 + exp(beta·x)) / beta; x itself where beta·x is above the threshold.</summary>
internal readonly struct SoftplusFunction(float beta, float threshold) : IActivation
{
    public T Value<T>(T x) where T : struct, ILanes<T>
    {
        T scaled = T.Create(beta) * x;
        return T.SelectAbove(scaled, T.Create(threshold), x, Lanes.SoftPlus(scaled) / T.Create(beta));
    }

    public T Back<T>(T gradient, T x) where T : struct, ILanes<T> => gradient * Slope(x);

    private T Slope<T>(T x) where T : struct, ILanes<T>
    {
        T scaled = T.Create(beta) * x;
        T slope = T.SelectAbove(scaled, T.Create(threshold), T.Create(1), Lanes.Logistic(scaled));
        return T.SelectEqual(x, x, slope, x);
    }
}

/// <summary>The logarithm of the logistic function.</summary>
internal readonly struct LogSigmoidFunction : IActivation
{
    public T Value<T>(T x) where T : struct, ILanes<T>
    {
        T zero = T.Create(0);
        return zero - Lanes.SoftPlus(zero - x);
    }

    public T Back<T>(T gradient, T x) where T : struct, ILanes<T> =>
        gradient * (Lanes.Logistic(T.Create(0) - x));
}

/// <summary>x / (1 + |x|).</summary>
internal readonly struct SoftsignFunction : IActivation
{
    public T Value<T>(T x) where T : struct, ILanes<T> => x / (T.Create(1) + T.Abs(x));

    public T Back<T>(T gradient, T x) where T : struct, ILanes<T> => gradient * Slope(x);

    private static T Slope<T>(T x) where T : struct, ILanes<T>
    {
        T size = T.Create(1) + T.Abs(x);
        return T.Create(1) / (size * size);
    }
}

/// <summary>x · tanh(log(1 + exp(x))).</summary>
internal readonly struct MishFunction : IActivation
{
    public T Value<T>(T x) where T : struct, ILanes<T> => x * Gate(x);

    public T Back<T>(T gradient, T x) where T : struct, ILanes<T> => gradient * Slope(x);

    private static T Slope<T>(T x) where T : struct, ILanes<T>
    {
        T one = T.Create(1), gate = Gate(x);
        return gate + x * (one - gate) * (one + gate) * Lanes.Logistic(x);
    }

    // With e = exp(x) the gate is (e² + 2e) / (e² + 2e + 2); beyond 20 it is one, and e² might overflow.
    private static T Gate<T>(T x) where T : struct, ILanes<T>
    {
        T two = T.Create(2), e = T.Exp(T.Min(x, T.Create(20)));
        T n = e * (e + two);
        return n / (n + two);
    }
}

/// <summary>x · clip(x / 6 + 1/2) to 0 … 1.</summary>
internal readonly struct HardswishFunction : IActivation
{
    public T Value<T>(T x) where T : struct, ILanes<T> => x * new HardsigmoidFunction().Value(x);

    public T Back<T>(T gradient, T x) where T : struct, ILanes<T> => gradient * Slope(x);

    private static T Slope<T>(T x) where T : struct, ILanes<T>
    {
        T inner = T.MultiplyAdd(x, T.Create(1f / 3), T.Create(0.5f));
        return T.SelectAbove(x, T.Create(3), T.Create(1), T.SelectAbove(T.Create(-3), x, T.Create(0), inner));
    }
}

/// <summary>clip(x / 6 + 1/2) to 0 … 1.</summary>
internal readonly struct HardsigmoidFunction : IActivation
{
    public T Value<T>(T x) where T : struct, ILanes<T> =>
        T.Min(T.Max(T.MultiplyAdd(x, T.Create(1f / 6), T.Create(0.5f)), T.Create(0)), T.Create(1));

    public T Back<T>(T gradient, T x) where T : struct, ILanes<T> => new Clip(-3, 3).Back(gradient * T.Create(1f / 6), x);
}

/// <summary>x held between two bounds; flat at the bounds themselves.</summary>
/// <remarks>Its slope is the same from the output.</remarks>
internal readonly struct Clip(float min, float max) : IActivation
{
    public T Value<T>(T x) where T : struct, ILanes<T> => T.Min(T.Max(x, T.Create(min)), T.Create(max));

    public T Back<T>(T gradient, T x) where T : struct, ILanes<T>
    {
        T zero = T.Create(0);
        return T.SelectAbove(x, T.Create(min), T.SelectAbove(T.Create(max), x, gradient, zero), zero);
    }
}

/// <summary>x above a threshold, a fixed value elsewhere.</summary>
internal readonly struct ThresholdFunction(float threshold, float value) : IActivation
{
    public T Value<T>(T x) where T : struct, ILanes<T> => T.SelectAbove(x, T.Create(threshold), x, T.Create(value));

    public T Back<T>(T gradient, T x) where T : struct, ILanes<T> => T.SelectAbove(x, T.Create(threshold), gradient, T.Create(0));
}

/// <summary>Zero within ±lambda; outside x, moved by lambda towards zero if soft.</summary>
internal readonly struct Shrink(float lambda, bool soft) : IActivation
{
    public T Value<T>(T x) where T : struct, ILanes<T>
    {
        T zero = T.Create(0), limit = T.Create(lambda), shift = soft ? limit : zero;
        T positive = x - shift, negative = x + shift;
        return T.SelectAbove(x, limit, positive, T.SelectAbove(zero - limit, x, negative, zero));
    }

    public T Back<T>(T gradient, T x) where T : struct, ILanes<T> => T.SelectAbove(T.Abs(x), T.Create(lambda), gradient, T.Create(0));
}

/// <summary>Functions that several kernels share.</summary>
internal static class Lanes
{
    public static T Logistic<T>(T x) where T : struct, ILanes<T>
    {
        T one = T.Create(1);
        return one / (one + T.Exp(T.Create(0) - x));
    }

    /// <summary>log(1 + exp(x)), without overflow and without losing the digits of small results.</summary>
    public static T SoftPlus<T>(T x) where T : struct, ILanes<T>
    {
        T zero = T.Create(0);
        return T.Max(x, zero) + LogOfOnePlus(T.Exp(zero - T.Abs(x)));
    }

    // 2·atanh(s) with s = u / (2 + u), for u in 0 … 1, hence s in 0 … 1/3: its series to s¹⁵.
    private static T LogOfOnePlus<T>(T u) where T : struct, ILanes<T>
    {
        T s = u / (u + T.Create(2));
        T square = s * s, sum = T.Create(2f / 15);
        for (int power = 13; power >= 1; power -= 2)
        {
            sum = T.MultiplyAdd(sum, square, T.Create(2f / power));
        }

        return sum * s;
    }
}
