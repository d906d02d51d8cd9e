namespace CnnGen.Generator.Tests;

/// <summary>Random arguments of a layer that moves a window, in C# and for the naive reference.</summary>
internal sealed class WindowCase
{
    private static readonly string[][] s_axes = [[""], ["", "Width"], ["", "Height", "Width"]];

    private readonly Random _random;

    public WindowCase(int number, int? axes = null, bool hasCausal = true, bool hasDilation = true)
    {
        _random = new Random(number);
        Axes = axes ?? 1 + (number % 3);
        Pad padding = Axes == 1 && hasCausal ? OneOf(Pad.Valid, Pad.Same, Pad.Causal) : OneOf(Pad.Valid, Pad.Same, Pad.Same);
        bool isDilated = hasDilation && Between(0, 2) == 0;
        Windows = new NaiveWindows(Numbers(1, 4), isDilated ? Numbers(1, 1) : Numbers(1, 3), isDilated ? Numbers(1, 3) : Numbers(1, 1), padding);
    }

    public int Axes { get; }

    public NaiveWindows Windows { get; }

    /// <summary>The kernel or pool as arguments.</summary>
    public string Sizes => string.Join(", ", Windows.Kernel);

    /// <summary>Strides, padding and dilation as arguments.</summary>
    public string Options => string.Join(", ", [.. Named("Strides", Windows.Strides), $"Padding = Pad.{Windows.Padding}", .. Named("Dilation", Windows.Dilation)]);

    public int Between(int low, int high) => _random.Next(low, high + 1);

    public T OneOf<T>(params T[] values) => values[_random.Next(values.Length)];

    /// <summary>A map that the window fits into, if it is not to be smaller.</summary>
    public NaiveMap Input(int channels, int? smallest = null) => NaiveMap.Random(_random, channels, [.. Windows.Kernel
        .Select((size, axis) => (smallest ?? ((size - 1) * Windows.Dilation[axis]) + 1) + Between(0, 5))]);

    public NaiveMap[] Weights(int filters, int channels, int[]? kernel = null) =>
        [.. Enumerable.Range(0, filters).Select(_ => NaiveMap.Random(_random, channels, kernel ?? Windows.Kernel))];

    public float[] Bias(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)_random.NextDouble())];

    private int[] Numbers(int low, int high) => [.. Enumerable.Range(0, Axes).Select(_ => Between(low, high))];

    // Poolings have no dilation.
    private IEnumerable<string> Named(string argument, int[] values) => values.All(value => value == 1) && argument == "Dilation"
        ? []
        : values.Zip(s_axes[Axes - 1], (value, axis) => $"{argument}{axis} = {value}");
}
