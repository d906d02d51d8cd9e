namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// A vector of floats of some width. Kernels are written once over it; the widths are <see cref="Lanes512"/>,
/// <see cref="Lanes256"/>, <see cref="Lanes128"/> and, for remainders and machines without vectors, <see cref="Lanes1"/>.
/// </summary>
internal unsafe interface ILanes<T> where T : struct, ILanes<T>
{
    /// <summary>How many floats a vector holds.</summary>
    static abstract int Count { get; }

    /// <summary>Rows of the largest register tile: two vectors a row, two for the operand and one for the broadcast must fit.</summary>
    static abstract int TileRows { get; }

    static abstract T Create(float value);

    static abstract T Load(float* source);

    void Store(float* target);

    /// <summary>
    /// Where a vector is a cache line, the place of a line: written past the caches, whose content stays, and not read before.
    /// Whoever writes so ends with a memory barrier, or a locked instruction as a team's helpers do, before others read.
    /// </summary>
    void StoreAround(float* target);

    static abstract T operator +(T a, T b);

    static abstract T operator -(T a, T b);

    static abstract T operator *(T a, T b);

    static abstract T operator /(T a, T b);

    /// <summary>a·b + c, rounded once where the machine can do that at no cost.</summary>
    static abstract T MultiplyAdd(T a, T b, T c);

    /// <summary>The larger, NaN if <paramref name="a"/> is: one instruction. Which of two zeros, is the machine's choice.</summary>
    static abstract T Max(T a, T b);

    /// <summary>The smaller, NaN if <paramref name="a"/> is.</summary>
    static abstract T Min(T a, T b);

    static abstract T Abs(T a);

    static abstract T Sqrt(T a);

    static abstract T Exp(T a);

    static abstract T Log(T a);

    /// <summary>In each lane <paramref name="positive"/> where <paramref name="test"/> is above zero, else <paramref name="other"/>.</summary>
    static abstract T Select(T test, T positive, T other);

    /// <summary>In each lane <paramref name="yes"/> where a is above b or NaN, else <paramref name="no"/>.</summary>
    static abstract T SelectAbove(T a, T b, T yes, T no);

    /// <summary>In each lane <paramref name="yes"/> where a is below b or equal to it, else, for NaN too, <paramref name="no"/>.</summary>
    static abstract T SelectAtMost(T a, T b, T yes, T no);

    /// <summary>In each lane <paramref name="yes"/> where a equals b, else <paramref name="no"/>.</summary>
    static abstract T SelectEqual(T a, T b, T yes, T no);

    /// <summary>Reads integers of less than 2²⁴, which floats hold exactly.</summary>
    static abstract T LoadIntegers(int* source);

    /// <summary>Writes the lanes, which hold whole numbers, as integers.</summary>
    void StoreIntegers(int* target);

    /// <summary>The sum of all lanes.</summary>
    static abstract float Sum(T a);
}
