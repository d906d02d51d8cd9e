namespace CnnGen;

/// <summary>How many elements an array has that a file describes.</summary>
internal static class ArraySize
{
    /// <summary>The product of the sizes; of sizes that no file could have, <see cref="long.MaxValue"/>.</summary>
    public static Int128 Of(ReadOnlySpan<int> sizes)
    {
        Int128 product = 1;
        foreach (int size in sizes)
        {
            if (size == 0)
            {
                return 0;
            }

            product = Int128.Min(product * size, long.MaxValue);
        }

        return product;
    }
}
