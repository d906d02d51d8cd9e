namespace CnnGen;

/// <summary>From scores to probabilities to a class.</summary>
internal static class Probabilities
{
    public static float Sigmoid(float score) => 1 / (1 + MathF.Exp(-score));

    public static float[] Softmax(IReadOnlyList<float> scores)
    {
        // The largest becomes e⁰, so that none is too large.
        float largest = scores.Max();
        float[] powers = [.. scores.Select(score => MathF.Exp(score - largest))];
        float sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }

    /// <summary>The first of the largest.</summary>
    public static int IndexOfLargest(IReadOnlyList<float> values)
    {
        int place = 0;
        for (int i = 1; i < values.Count; i++)
        {
            if (values[i] > values[place])
            {
                place = i;
            }
        }

        return place;
    }
}
