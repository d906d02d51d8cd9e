namespace CnnGen;

/// <summary>Chance that follows from seed, epoch and the example's index alone: whoever reads an example, and when, finds the same.</summary>
internal struct ExampleRandom
{
    private ulong _state;

    public ExampleRandom(int seed, int epoch, int index)
    {
        // Unrelated to the order of the epoch, which comes from the same seed.
        _state = Shuffle.State(seed, epoch) ^ 0xA0761D6478BD642F;
        _state ^= (ulong)(uint)index * 0xE7037ED1A0B428DB;
        Shuffle.Next(ref _state);
    }

    /// <summary>From 0 up to, but not including, 1.</summary>
    public double Next() => (Shuffle.Next(ref _state) >> 11) * (1.0 / (1UL << 53));

    /// <summary>From −<paramref name="most"/> to <paramref name="most"/>.</summary>
    public double Around(double most) => ((2 * Next()) - 1) * most;

    /// <summary>Heads or tails.</summary>
    public bool Flip() => Shuffle.Next(ref _state) >> 63 == 1;

    /// <summary>A whole number below another one.</summary>
    public int Below(int count) => (int)Math.BigMul(Shuffle.Next(ref _state), (ulong)count, out _);

    /// <summary>Normally distributed with mean 0 and standard deviation 1 (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    /// <summary>Beta distributed with one number as both parameters, by way of two Gamma distributions.</summary>
    public double Beta(double parameter)
    {
        double first = LogGamma(parameter);
        double second = LogGamma(parameter);
        double largest = Math.Max(first, second);
        (first, second) = (Math.Exp(first - largest), Math.Exp(second - largest));
        return first / (first + second);
    }

    // The logarithm of a Gamma distributed number (Marsaglia and Tsang), which for small parameters would often be zero itself.
    private double LogGamma(double shape)
    {
        double boost = shape < 1 ? Math.Log(1 - Next()) / shape : 0;
        double d = (shape < 1 ? shape + 1 : shape) - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = Normal();
            double v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            if (Math.Log(1 - Next()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return boost + Math.Log(d * v);
            }
        }
    }
}
