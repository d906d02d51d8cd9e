namespace CnnGen.Generator.Tests;

/// <summary>
/// Windows over maps, by the definitions: Keras's lengths and borders (the formulas of tfjs-core's <c>conv_util.ts</c> and of
/// TensorFlow's documentation), one loop for each sum. Weights are PyTorch's: filters × channels of a group × kernel.
/// </summary>
internal sealed record NaiveWindows(int[] Kernel, int[] Strides, int[] Dilation, Pad Padding)
{
    public NaiveMap Convolve(NaiveMap input, NaiveMap[] filters, float[] bias, int groups)
    {
        var output = new NaiveMap(filters.Length, Sizes(input.Sizes));
        int groupFilters = filters.Length / groups;
        int groupChannels = input.Channels / groups;
        foreach (int[] place in output.Places)
        {
            for (int filter = 0; filter < filters.Length; filter++)
            {
                double sum = bias[filter];
                foreach (int[] tap in NaiveMap.PlacesOf(Kernel))
                {
                    int[] source = Source(place, tap, input.Sizes);
                    for (int c = 0; c < groupChannels && input.Contains(source); c++)
                    {
                        sum += input[(filter / groupFilters * groupChannels) + c, source] * filters[filter][c, tap];
                    }
                }

                output[filter, place] = (float)sum;
            }
        }

        return output;
    }

    /// <summary>The gradient, by its input, of the convolution of a map of that size: what Keras calls its transpose.</summary>
    public NaiveMap Transpose(NaiveMap input, NaiveMap[] kernels, float[] bias, int[] sizes)
    {
        var output = new NaiveMap(bias.Length, sizes);
        foreach (int[] place in output.Places)
        {
            for (int filter = 0; filter < bias.Length; filter++)
            {
                output[filter, place] = bias[filter];
            }
        }

        foreach (int[] place in input.Places)
        {
            foreach (int[] tap in NaiveMap.PlacesOf(Kernel))
            {
                int[] target = Source(place, tap, sizes);
                for (int filter = 0; filter < bias.Length && output.Contains(target); filter++)
                {
                    for (int c = 0; c < input.Channels; c++)
                    {
                        output[filter, target] += input[c, place] * kernels[c][filter, tap];
                    }
                }
            }
        }

        return output;
    }

    /// <summary>One number of the real pixels of each window.</summary>
    public NaiveMap Pool(NaiveMap input, Func<IReadOnlyList<float>, float> pool)
    {
        var output = new NaiveMap(input.Channels, Sizes(input.Sizes));
        foreach (int[] place in output.Places)
        {
            int[][] sources = [.. NaiveMap.PlacesOf(Kernel).Select(tap => Source(place, tap, input.Sizes)).Where(input.Contains)];
            for (int c = 0; c < input.Channels; c++)
            {
                output[c, place] = pool([.. sources.Select(source => input[c, source])]);
            }
        }

        return output;
    }

    private int Extent(int axis) => ((Kernel[axis] - 1) * Dilation[axis]) + 1;

    private int[] Sizes(int[] sizes) => [.. sizes.Select((size, axis) => Padding == Pad.Valid
        ? ((size - Extent(axis)) / Strides[axis]) + 1
        : (int)Math.Ceiling(size / (double)Strides[axis]))];

    private int[] Source(int[] place, int[] tap, int[] sizes) =>
        [.. place.Select((p, axis) => (p * Strides[axis]) + (tap[axis] * Dilation[axis]) - Before(sizes[axis], axis))];

    private int Before(int size, int axis)
    {
        int windows = (int)Math.Ceiling(size / (double)Strides[axis]);
        return Padding switch
        {
            Pad.Same => Math.Max(((windows - 1) * Strides[axis]) + Extent(axis) - size, 0) / 2,
            Pad.Causal => Extent(axis) - 1,
            _ => 0,
        };
    }
}
