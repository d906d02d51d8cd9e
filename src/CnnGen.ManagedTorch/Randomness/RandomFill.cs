using System.Numerics;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Randomness;

/// <summary>Random numbers into contiguous memory, drawn in PyTorch's order and with its formulas.</summary>
internal static unsafe class RandomFill
{
    // PyTorch makes normal numbers in groups of this size once there are as many.
    private const int Group = 16;

    public static void Uniform(MersenneTwister twister, TensorImpl target, double from, double to)
    {
        if (target.Type == ScalarType.Float32)
        {
            var (low, width) = ((float)from, (float)to - (float)from);
            Floats(twister, target.Floats, target.Count, low, width);
        }
        else if (target.Type == ScalarType.Float64)
        {
            for (long i = 0; i < target.Count; i++) ((double*)target.Pointer)[i] = Math.FusedMultiplyAdd(twister.NextDouble(), to - from, from);
        }
        else
        {
            throw TorchError.WrongType("uniform_", "a tensor of floating type", target.Type);
        }

        GC.KeepAlive(target);
    }

    public static void Normal(MersenneTwister twister, TensorImpl target, double mean, double std)
    {
        if (target.Type == ScalarType.Float32 && target.Count >= Group)
        {
            NormalGroups(twister, target.Floats, target.Count, (float)mean, (float)std);
        }
        else if (target.Type == ScalarType.Float32)
        {
            for (long i = 0; i < target.Count; i++) target.Floats[i] = (float)((twister.NextNormal() * std) + mean);
        }
        else if (target.Type == ScalarType.Float64)
        {
            NormalDoubles(twister, (double*)target.Pointer, target.Count, mean, std);
        }
        else
        {
            throw TorchError.WrongType("normal_", "a tensor of floating type", target.Type);
        }

        GC.KeepAlive(target);
    }

    public static void Bernoulli(MersenneTwister twister, TensorImpl target, double p)
    {
        switch (target.Type)
        {
            case ScalarType.Float32: for (long i = 0; i < target.Count; i++) target.Floats[i] = twister.NextDouble() < p ? 1 : 0; break;
            case ScalarType.Float64: for (long i = 0; i < target.Count; i++) ((double*)target.Pointer)[i] = twister.NextDouble() < p ? 1 : 0; break;
            case ScalarType.Int64: for (long i = 0; i < target.Count; i++) ((long*)target.Pointer)[i] = twister.NextDouble() < p ? 1 : 0; break;
            case ScalarType.Int32: for (long i = 0; i < target.Count; i++) ((int*)target.Pointer)[i] = twister.NextDouble() < p ? 1 : 0; break;
            default: for (long i = 0; i < target.Count; i++) target.Pointer[i] = twister.NextDouble() < p ? (byte)1 : (byte)0; break;
        }

        GC.KeepAlive(target);
    }

    /// <summary>A probability for each element.</summary>
    public static void Bernoulli(MersenneTwister twister, TensorImpl target, TensorImpl chances)
    {
        if (target.Type != ScalarType.Float32) throw TorchError.WrongType("bernoulli_", "a tensor of type Float32", target.Type);
        for (long i = 0; i < target.Count; i++)
        {
            var p = chances.Floats[i];
            if (!(p >= 0 && p <= 1)) throw TorchError.Create($"Expected p_in >= 0 && p_in <= 1 to be true, but got {p}");
            target.Floats[i] = twister.NextFloat() < p ? 1 : 0;
        }

        GC.KeepAlive(target);
        GC.KeepAlive(chances);
    }

    /// <summary>Whole numbers from <paramref name="low"/> up to, not including, <paramref name="high"/>.</summary>
    public static void Integers(MersenneTwister twister, TensorImpl target, long low, long high)
    {
        var range = (ulong)(high - low);
        var places = (long*)target.Pointer;
        for (long i = 0; i < target.Count; i++)
        {
            var drawn = range >= 1ul << 32 ? twister.Next64() : twister.Next32();
            places[i] = (long)(drawn % range) + low;
        }

        GC.KeepAlive(target);
    }

    /// <summary>0 … n-1 in random order.</summary>
    public static void Permutation(MersenneTwister twister, TensorImpl target)
    {
        var places = (long*)target.Pointer;
        var n = target.Count;
        for (long i = 0; i < n; i++) places[i] = i;
        for (long i = 0; i < n - 1; i++)
        {
            var other = i + (twister.Next32() % (n - i));
            (places[i], places[other]) = (places[other], places[i]);
        }

        GC.KeepAlive(target);
    }

    private static void Floats(MersenneTwister twister, float* target, long count, float start, float width)
    {
        const int Run = 1 << 30;
        for (long i = 0; i < count; i += Run) twister.NextFloats(new Span<float>(target + i, (int)Math.Min(Run, count - i)), start, width);
    }

    private static void NormalGroups(MersenneTwister twister, float* target, long count, float mean, float std)
    {
        Floats(twister, target, count, 0, 1);
        for (long i = 0; i + Group <= count; i += Group) BoxMuller(target + i, mean, std);
        if (count % Group == 0) return;

        // The last group is drawn afresh, over numbers made already.
        var last = target + count - Group;
        for (var i = 0; i < Group; i++) last[i] = twister.NextFloat();
        BoxMuller(last, mean, std);
    }

    private static void NormalDoubles(MersenneTwister twister, double* target, long count, double mean, double std)
    {
        if (count < Group)
        {
            for (long i = 0; i < count; i++) target[i] = (twister.NextNormal() * std) + mean;
            return;
        }

        for (long i = 0; i < count; i++) target[i] = twister.NextDouble();
        for (long i = 0; i + Group <= count; i += Group) BoxMuller(target + i, mean, std);
        if (count % Group == 0) return;
        var last = target + count - Group;
        for (var i = 0; i < Group; i++) last[i] = twister.NextDouble();
        BoxMuller(last, mean, std);
    }

    private static void BoxMuller<T>(T* group, T mean, T std) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var two = T.CreateChecked(2);
        for (var i = 0; i < Group / 2; i++)
        {
            var radius = T.Sqrt(-two * T.Log(T.One - group[i]));
            var angle = two * T.Pi * group[i + (Group / 2)];
            group[i] = (radius * T.Cos(angle) * std) + mean;
            group[i + (Group / 2)] = (radius * T.Sin(angle) * std) + mean;
        }
    }
}
