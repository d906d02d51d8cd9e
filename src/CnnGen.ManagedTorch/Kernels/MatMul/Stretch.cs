namespace CnnGen.ManagedTorch.Kernels;

/// <summary>Floats that lie one after the other.</summary>
internal readonly unsafe struct Stretch(float* first, long count)
{
    public float* First { get; } = first;

    public float* End { get; } = first + count;
}
