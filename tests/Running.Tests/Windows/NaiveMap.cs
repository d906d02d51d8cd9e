namespace CnnGen.Generator.Tests;

/// <summary>A map of any number of axes as plain numbers, channels first: what naive references of Keras's rules work on.</summary>
internal sealed class NaiveMap(int channels, int[] sizes)
{
    public int Channels => channels;

    public int[] Sizes => sizes;

    public float[] Values { get; } = new float[channels * Count(sizes)];

    /// <summary>All places, the last axis fastest.</summary>
    public IEnumerable<int[]> Places => PlacesOf(sizes);

    public float this[int channel, int[] place]
    {
        get => Values[Index(channel, place)];
        set => Values[Index(channel, place)] = value;
    }

    public bool Contains(int[] place) => place.Zip(sizes).All(pair => pair.First >= 0 && pair.First < pair.Second);

    public static NaiveMap Random(Random random, int channels, int[] sizes)
    {
        var map = new NaiveMap(channels, sizes);
        for (int i = 0; i < map.Values.Length; i++)
        {
            map.Values[i] = (float)((2 * random.NextDouble()) - 1);
        }

        return map;
    }

    public static IEnumerable<int[]> PlacesOf(int[] sizes)
    {
        for (int i = 0; i < Count(sizes); i++)
        {
            var place = new int[sizes.Length];
            for (int axis = sizes.Length - 1, rest = i; axis >= 0; axis--)
            {
                (rest, place[axis]) = Math.DivRem(rest, sizes[axis]);
            }

            yield return place;
        }
    }

    private static int Count(int[] sizes) => sizes.Aggregate(1, (product, size) => product * size);

    private int Index(int channel, int[] place)
    {
        int index = channel;
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            index = (index * sizes[axis]) + place[axis];
        }

        return index;
    }
}
