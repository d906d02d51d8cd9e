namespace CnnGen.Pictures;

/// <summary>Shows examples of a data set as one picture.</summary>
public static class DatasetPreview
{
    private const int Gap = 2;

    /// <summary>
    /// Writes the first examples as a grid into a PNG file: what a network gets, so of augmented data what it gets in an epoch. Values from 0 to 1
    /// are black to white; if some are outside, the smallest is black and the largest white.
    /// </summary>
    /// <param name="data">The data.</param>
    /// <param name="path">The file; an old one is replaced.</param>
    /// <param name="count">How many examples.</param>
    /// <param name="columns">How many side by side.</param>
    /// <param name="epoch">Of which epoch, where the examples differ from one to the next; 0 shows them as they are measured.</param>
    /// <param name="input">Which input; the first one that is a picture of one channel or three if it is not said.</param>
    /// <exception cref="CnnGenException">There is no such input or no example, or the file cannot be written.</exception>
    public static void Preview(this Dataset data, string path, int count = 64, int columns = 8, int epoch = 1, string? input = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        int place = Place(data, input);
        count = Math.Min(count, data.Count);
        if (count == 0)
        {
            throw new CnnGenException($"There are no examples to write to {path}: the data set is empty.");
        }

        columns = Math.Min(columns, count);
        Batch batch = new BatchBuffer(data.AtEpoch(epoch), count).Fill(0, count);
        PictureFile.Write(path, Grid(batch.Inputs[place].Span, data.Inputs[place].Shape, count, columns));
    }

    private static Image Grid(ReadOnlySpan<float> values, IReadOnlyList<int> shape, int count, int columns)
    {
        (int height, int width, int channels) = (shape[0], shape[1], shape[2]);
        (float least, float most) = Range(values);
        int rows = (count + columns - 1) / columns;
        (int allRows, int allColumns) = ((rows * (height + Gap)) - Gap, (columns * (width + Gap)) - Gap);
        var pixels = new byte[PictureLimits.Bytes(allRows, allColumns, channels)];
        pixels.AsSpan().Fill(128);
        for (int i = 0; i < values.Length; i++)
        {
            // A batch has whole planes of a channel.
            (int example, int rest) = Math.DivRem(i, height * width * channels);
            (int channel, int position) = Math.DivRem(rest, height * width);
            int row = (example / columns * (height + Gap)) + (position / width);
            int column = (example % columns * (width + Gap)) + (position % width);
            pixels[(((row * allColumns) + column) * channels) + channel] = (byte)MathF.Round((values[i] - least) / (most - least) * 255);
        }

        return new Image(allRows, allColumns, channels, pixels);
    }

    private static (float Least, float Most) Range(ReadOnlySpan<float> values)
    {
        (float least, float most) = (values[0], values[0]);
        foreach (float value in values)
        {
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        return (least < 0 || most > 1) && least < most ? (least, most) : (Math.Min(least, 0), Math.Max(most, 1));
    }

    private static int Place(Dataset data, string? name)
    {
        for (int i = 0; i < data.Inputs.Count; i++)
        {
            if (data.Inputs[i].Shape is [_, _, 1 or 3] && (name is null || data.Inputs[i].Name == name))
            {
                return i;
            }
        }

        string given = string.Join(", ", data.Inputs.Select(static one => one.ToString()));
        throw new CnnGenException($"The data has no {(name is null ? "input" : $"input '{name}'")} that is a picture of one channel or three; it has {given}.");
    }
}
