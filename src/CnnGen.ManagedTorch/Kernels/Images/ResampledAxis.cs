using System.Numerics.Tensors;

namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// One axis brought to another length: each new place is a weighted sum of a few old ones. The tensor lies as
/// outer × axis × inner.
/// </summary>
/// <param name="sources">For each new place the old ones that it reads, <paramref name="taps"/> of them.</param>
/// <param name="weights">Their shares.</param>
internal sealed unsafe class ResampledAxis(int length, int taps, int[] sources, float[] weights)
{
    public int NewLength => sources.Length / taps;

    public void Forward(long outer, int inner, float* x, float* y)
    {
        fixed (int* places = sources)
        fixed (float* shares = weights)
        {
            WorkTeam.Run(checked((int)(outer * NewLength)), new ForwardWork(length, NewLength, taps, inner, places, shares, x, y));
        }
    }

    /// <summary>Gives each old place its share of the gradients of those that read it.</summary>
    public void Backward(long outer, int inner, float* dy, float* dx)
    {
        fixed (int* places = sources)
        fixed (float* shares = weights)
        {
            WorkTeam.Run(checked((int)outer), new BackwardWork(length, NewLength, taps, inner, places, shares, dy, dx));
        }
    }

    private readonly struct ForwardWork(int length, int newLength, int taps, int inner, int* sources, float* weights, float* x, float* y) : IWork
    {
        public void Run(int part)
        {
            (int o, int i) = Math.DivRem(part, newLength);
            var target = new Span<float>(y + (long)part * inner, inner);
            float* old = x + (long)o * length * inner;
            for (int t = 0; t < taps; t++)
            {
                var source = new ReadOnlySpan<float>(old + (long)sources[i * taps + t] * inner, inner);
                float weight = weights[i * taps + t];
                if (t > 0) TensorPrimitives.MultiplyAdd(source, weight, target, target);
                else if (weight == 1) source.CopyTo(target);
                else TensorPrimitives.Multiply(source, weight, target);
            }
        }
    }

    private readonly struct BackwardWork(int length, int newLength, int taps, int inner, int* sources, float* weights, float* dy, float* dx) : IWork
    {
        public void Run(int part)
        {
            float* old = dx + (long)part * length * inner;
            new Span<float>(old, checked(length * inner)).Clear();
            for (int i = 0; i < newLength; i++)
            {
                var gradient = new ReadOnlySpan<float>(dy + ((long)part * newLength + i) * inner, inner);
                for (int t = 0; t < taps; t++)
                {
                    var target = new Span<float>(old + (long)sources[i * taps + t] * inner, inner);
                    TensorPrimitives.MultiplyAdd(gradient, weights[i * taps + t], target, target);
                }
            }
        }
    }
}
