namespace CnnGen;

/// <summary>Windows that move over maps, as plain sums: one image's maps need no more.</summary>
internal static class MapConvolution
{
    public static FeatureMaps Run(LayerSummary layer, FeatureMaps maps, Weight weight, Weight? bias, int groups)
    {
        var window = MapWindow.Of(layer);
        var kernel = (float[])weight.Values;
        int filters = (int)weight.Shape[0];
        int channels = (int)weight.Shape[1];
        return Fill(layer, filters, (filter, row, column) =>
        {
            int first = filter / (filters / groups) * channels;
            double sum = bias is null ? 0 : ((float[])bias.Values)[filter];
            for (int channel = 0; channel < channels; channel++)
            {
                for (int tap = 0; tap < window.Count; tap++)
                {
                    var (y, x) = window.Tap(tap, row, column);
                    sum += kernel[(((filter * channels) + channel) * window.Count) + tap] * maps.At(first + channel, y, x);
                }
            }

            return (float)sum;
        });
    }

    /// <summary>Gathers the values of each window; what lies outside the map is none of them.</summary>
    public static FeatureMaps Pool(LayerSummary layer, FeatureMaps maps, Func<IEnumerable<float>, float> gather)
    {
        var window = MapWindow.Of(layer);
        return Fill(layer, maps.Channels, (channel, row, column) => gather(Enumerable.Range(0, window.Count)
            .Select(tap => window.Tap(tap, row, column))
            .Where(place => (uint)place.Row < (uint)maps.Height && (uint)place.Column < (uint)maps.Width)
            .Select(place => maps.At(channel, place.Row, place.Column))));
    }

    private static FeatureMaps Fill(LayerSummary layer, int channels, Func<int, int, int, float> value)
    {
        var (height, width) = (layer.OutputShape[0], layer.OutputShape[1]);
        var values = new float[channels * height * width];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = value(i / (height * width), i / width % height, i % width);
        }

        return new FeatureMaps(layer.Name, channels, height, width, values);
    }

    /// <summary>A window over rows and columns.</summary>
    private readonly record struct MapWindow(int Height, int Width, int Down, int Across, int DilationDown, int DilationAcross, int Top, int Left)
    {
        /// <summary>Pixels in it.</summary>
        public int Count => Height * Width;

        public static MapWindow Of(LayerSummary layer)
        {
            int[] size = Numbers(layer, "kernelSize") ?? Numbers(layer, "poolSize")!;
            int[] strides = Numbers(layer, "strides") ?? [1, 1];
            int[] dilation = Numbers(layer, "dilation") ?? [1, 1];
            int[] padding = Numbers(layer, "padding") ?? [0, 0, 0, 0];
            return new MapWindow(size[0], size[1], strides[0], strides[1], dilation[0], dilation[1], padding[0], padding[2]);
        }

        /// <summary>Where one of its pixels lies on the map that it moves over.</summary>
        public (int Row, int Column) Tap(int tap, int row, int column) =>
            ((row * Down) - Top + (tap / Width * DilationDown), (column * Across) - Left + (tap % Width * DilationAcross));

        private static int[]? Numbers(LayerSummary layer, string name) =>
            layer.Settings.FirstOrDefault(setting => setting.Name == name)?.Numbers.Select(static number => (int)number).ToArray();
    }
}
