namespace CnnGen.Pictures.Png;

/// <summary>Each row of a PNG is written as the difference from a guess: nothing, the pixel to the left, that above, their mean, or Paeth's choice.</summary>
internal static class PngFilter
{
    /// <summary>Turns differences into values.</summary>
    /// <param name="filter">Which guess it was.</param>
    /// <param name="row">The differences; receives the values.</param>
    /// <param name="above">The values of the row above.</param>
    /// <param name="step">Bytes from a pixel to its neighbour.</param>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        switch (filter)
        {
            case 0:
                return;
            case > 4:
                throw new InvalidDataException($"a row has the filter {filter}, which there is not");
        }

        for (int i = 0; i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0;
            int corner = i >= step ? above[i - step] : 0;
            int guess = filter switch
            {
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                _ => Paeth(left, above[i], corner),
            };
            row[i] += (byte)guess;
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        int sum = left + above - corner;
        (int toLeft, int toAbove, int toCorner) = (Math.Abs(sum - left), Math.Abs(sum - above), Math.Abs(sum - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
