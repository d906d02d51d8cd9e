using System.Runtime.CompilerServices;

namespace CnnGen.Torch.Tests.Checking;

/// <summary>
/// Draws the values of one random case. Every run draws others; <c>CNNGEN_TEST_SEED</c>, which a failing test prints,
/// brings the same ones back.
/// </summary>
internal sealed class Any
{
    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("CNNGEN_TEST_SEED"), out var seed) ? seed : Random.Shared.Next(1_000_000);

    private readonly Random _random;
    private readonly string _name;

    public Any(int number, [CallerMemberName] string test = "")
    {
        _name = $"{test}({number})";
        _random = new Random(_name.Aggregate(Seed, (hash, letter) => unchecked((hash * 31) + letter)));
    }

    /// <summary>What to set to draw this case again.</summary>
    public string Replay => $"replay {_name} with CNNGEN_TEST_SEED={Seed}";

    /// <summary>A number between the two, both included.</summary>
    public long Between(int low, int high) => _random.NextInt64(low, (long)high + 1);

    public double Real(double low, double high) => low + ((high - low) * _random.NextDouble());

    public bool Flag(double probability = 0.5) => _random.NextDouble() < probability;

    public T OneOf<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    /// <summary>A shape of so many dimensions, each of them small.</summary>
    public long[] Shape(int rank, int largest = 6) => [.. Enumerable.Range(0, rank).Select(_ => Between(1, largest))];

    /// <summary>A number for each axis, both bounds included.</summary>
    public long[] Axes(int axes, int low, int high) => [.. Enumerable.Range(0, axes).Select(_ => Between(low, high))];

    /// <summary>Sizes of an image, not much larger than what such a kernel needs.</summary>
    public long[] SizesFor(long[] kernel, long[] padding, long[] dilation) =>
        [.. kernel.Select((size, axis) => Math.Max(1, (dilation[axis] * (size - 1)) + 1 - (2 * padding[axis])) + Between(0, 5))];

    /// <summary>Normally distributed values in any memory layout; their gradient is compared too.</summary>
    public Operand Tensor(string name, params long[] shape) => Real(name, Normal(Count(shape)), shape);

    /// <summary>Values from a range, such as probabilities or the arguments of a logarithm.</summary>
    public Operand Uniform(string name, double low, double high, params long[] shape) =>
        Real(name, [.. Enumerable.Range(0, Count(shape)).Select(_ => (float)Real(low, high))], shape);

    /// <summary>
    /// Values that all differ by more than rounding: no pool, maximum or kink of theirs depends on the last bit.
    /// None of them is near zero.
    /// </summary>
    public Operand Distinct(string name, params long[] shape)
    {
        var values = new float[Count(shape)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (i - (values.Length / 3) + 0.5f) * 0.05f;
        }

        _random.Shuffle(values);
        return Real(name, values, shape);
    }

    /// <summary>Values that no gradient is taken of, such as running averages.</summary>
    public Operand Constant(string name, double low, double high, params long[] shape) =>
        Uniform(name, low, high, shape) with { Differentiable = false };

    /// <summary>Class indices.</summary>
    public Operand Labels(string name, int classes, params long[] shape) =>
        new(name, new Oracle.TensorValue(shape, Indices(Count(shape), classes)));

    public long[] Indices(int count, int bound) =>
        [.. Enumerable.Range(0, count).Select(_ => _random.NextInt64(bound))];

    public float[] Normal(int count) => [.. Enumerable.Range(0, count).Select(_ => Normal())];

    private Operand Real(string name, float[] values, long[] shape) =>
        new(name, new Oracle.TensorValue(shape, values)) { Differentiable = true, Layout = Layout.AnyFor(shape, this) };

    private float Normal() =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble()));

    private static int Count(long[] shape) => (int)shape.Aggregate(1L, (product, size) => product * size);
}
