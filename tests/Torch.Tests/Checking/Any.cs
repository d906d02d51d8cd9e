using System.Runtime.CompilerServices;

namespace CnnGen.Torch.Tests.Checking;

/// <summary>
/// Draws the values of one random case. Every run draws others; <c>CNNGEN_TEST_SEED</c>, which a failing test prints,
/// brings the same ones back.
/// </summary>
internal sealed class Any
{
    private const int LikelihoodSteps = 1000;

    private readonly Choices _choices;
    private readonly Random _values;
    private readonly string _name;

    public Any(int number, [CallerMemberName] string test = "")
        : this(number, test, new Choices(new Random(StableHash($"{test}({number})"))))
    {
    }

    public Any(int number, string test, Choices choices, int draw = 0)
    {
        _name = $"{test}({number})";
        _choices = choices;
        _values = new Random(StableHash($"{_name}, values {draw}"));
    }

    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("CNNGEN_TEST_SEED"), out var seed) ? seed : Random.Shared.Next(1_000_000);

    /// <summary>What to set to draw this case again.</summary>
    public string Replay => $"replay {_name} with CNNGEN_TEST_SEED={Seed}";

    /// <summary>A number between the two, both included.</summary>
    public long Between(int low, int high) => low + _choices.Next((long)high - low + 1);

    public bool Flag(double probability = 0.5) => _choices.Next(LikelihoodSteps) >= LikelihoodSteps * (1 - probability);

    /// <summary>One of these; the first counts as the simplest.</summary>
    public T OneOf<T>(params ReadOnlySpan<T> choices) => choices[(int)_choices.Next(choices.Length)];

    /// <summary>A number of examples: few, and now and then none.</summary>
    public long Batch(int most = 3) => Flag(0.07) ? 0 : Between(1, most);

    /// <summary>A shape of so many dimensions, each of them small.</summary>
    public long[] Shape(int rank, int largest = 6) => Axes(rank, 1, largest);

    /// <summary>A number for each axis, both bounds included.</summary>
    public long[] Axes(int axes, int low, int high) => [.. Enumerable.Range(0, axes).Select(_ => Between(low, high))];

    /// <summary>Sizes of an image, not much larger than what such a kernel needs.</summary>
    public long[] SizesFor(long[] kernel, long[] padding, long[] dilation, int more = 5) =>
        [.. kernel.Select((size, axis) => Math.Max(1, (dilation[axis] * (size - 1)) + 1 - (2 * padding[axis])) + Between(0, more))];

    /// <summary>The dimensions 0 … <paramref name="rank"/> - 1 in any order.</summary>
    public long[] Permutation(int rank)
    {
        var left = Enumerable.Range(0, rank).Select(dim => (long)dim).ToList();
        var order = new long[rank];
        for (var i = 0; i < rank; i++)
        {
            var next = (int)Between(0, left.Count - 1);
            order[i] = left[next];
            left.RemoveAt(next);
        }

        return order;
    }

    /// <summary>Normally distributed values in any memory layout; their gradient is compared too.</summary>
    public Operand Tensor(string name, params long[] shape) => Real(name, Normal(Count(shape)), shape);

    /// <summary>The same, and now and then one slice repeated along a dimension, or a tensor that no gradient is wanted of.</summary>
    public Operand Input(string name, params long[] shape)
    {
        var operand = Flag(0.12) && shape.Length > 0 ? RepeatedTensor(name, shape) : Tensor(name, shape);
        return Flag(0.12) ? operand.WithoutGradient() : operand;
    }

    /// <summary>Values from a range, such as probabilities or the arguments of a logarithm.</summary>
    public Operand Uniform(string name, double low, double high, params long[] shape) =>
        Real(name, [.. Enumerable.Range(0, Count(shape)).Select(_ => (float)(low + ((high - low) * _values.NextDouble())))], shape);

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

        _values.Shuffle(values);
        return Real(name, values, shape);
    }

    /// <summary>Values that no gradient is taken of, such as running averages.</summary>
    public Operand Constant(string name, double low, double high, params long[] shape) =>
        Uniform(name, low, high, shape) with { Differentiable = false };

    /// <summary>Class indices.</summary>
    public Operand Labels(string name, int classes, params long[] shape) =>
        new(name, new Oracle.TensorValue(shape, Indices(Count(shape), classes)));

    public long[] Indices(int count, int bound) =>
        [.. Enumerable.Range(0, count).Select(_ => _values.NextInt64(bound))];

    public float[] Normal(int count) => [.. Enumerable.Range(0, count).Select(_ => Normal())];

    /// <summary>A number for a name and the seed, the same in every process.</summary>
    public static int StableHash(string name) => name.Aggregate(Seed, (hash, letter) => unchecked((hash * 31) + letter));

    private Operand Real(string name, float[] values, long[] shape) =>
        new(name, new Oracle.TensorValue(shape, values)) { Differentiable = true, Layout = Layout.AnyFor(shape, this) };

    private Operand RepeatedTensor(string name, long[] shape)
    {
        var dim = (int)Between(0, shape.Length - 1);
        var slice = Count(shape[(dim + 1)..]);
        var values = Normal(Count(shape));
        var period = slice * (int)shape[dim];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = values[(i / period * period) + (i % slice)];
        }

        return new(name, new Oracle.TensorValue(shape, values)) { Differentiable = true, Layout = shape[dim] == 0 ? Layout.Contiguous : Layout.Repeated(dim) };
    }

    private float Normal() =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - _values.NextDouble())) * Math.Cos(2 * Math.PI * _values.NextDouble()));

    private static int Count(long[] shape) => (int)shape.Aggregate(1L, (product, size) => product * size);
}
