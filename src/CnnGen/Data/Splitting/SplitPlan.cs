namespace CnnGen;

/// <summary>Deals the places of examples to parts. The same seed deals in the same way, on any machine.</summary>
internal static class SplitPlan
{
    /// <summary>The examples in an order that the seed decides.</summary>
    public static int[] Shuffled(int count, int seed)
    {
        var order = new int[count];
        Shuffle.Fill(order, seed, epoch: 0);
        return order;
    }

    /// <summary>The examples of a class one after the other, the classes in rising order and each one's examples in an order that the seed decides.</summary>
    public static int[] ByClass(IReadOnlyList<int> classes, int seed)
    {
        int[] order = Shuffled(classes.Count, seed);

        // OrderBy keeps the shuffled order of what is equal.
        return [.. order.OrderBy(example => classes[example])];
    }

    /// <summary>
    /// Which examples go to the second of two parts: so many of all, spread evenly over the order, so that each run of it gives its share but for
    /// one example at most.
    /// </summary>
    public static bool[] Spread(int[] order, int last)
    {
        var isLast = new bool[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            isLast[order[i]] = (long)(i + 1) * last / order.Length > (long)i * last / order.Length;
        }

        return isLast;
    }

    /// <summary>The part of each example, dealt one by one.</summary>
    public static int[] Deal(int[] order, int parts)
    {
        var part = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            part[order[i]] = i % parts;
        }

        return part;
    }

    /// <summary>
    /// Which examples go to the second of two parts, whole groups only: as near to the wanted number as groups that the seed's order takes one by
    /// one come, without going beyond it, at least the smallest group, and never all of them.
    /// </summary>
    public static bool[] SpreadGroups(ExampleGroups groups, int last, int seed)
    {
        int[] order = Shuffled(groups.Count, seed);
        var taken = new bool[groups.Count];
        int left = Math.Min(last, groups.OfExamples.Length - groups.Sizes.Min());
        foreach (int group in order)
        {
            if (groups.Sizes[group] <= left)
            {
                taken[group] = true;
                left -= groups.Sizes[group];
            }
        }

        if (last > 0 && !taken.Contains(true))
        {
            taken[order.MinBy(group => groups.Sizes[group])] = true;
        }

        return [.. groups.OfExamples.Select(group => taken[group])];
    }

    /// <summary>The part of each example, whole groups only: each group, the largest first, goes to the part that has the fewest examples.</summary>
    public static int[] DealGroups(ExampleGroups groups, int parts, int seed)
    {
        var sizes = new int[parts];
        var part = new int[groups.Count];
        foreach (int group in Shuffled(groups.Count, seed).OrderByDescending(group => groups.Sizes[group]))
        {
            part[group] = Array.IndexOf(sizes, sizes.Min());
            sizes[part[group]] += groups.Sizes[group];
        }

        return [.. groups.OfExamples.Select(group => part[group])];
    }
}
