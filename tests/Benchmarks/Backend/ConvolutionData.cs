namespace CnnGen.Benchmarks.Backend;

/// <summary>What goes into a convolution, in row-major order: the same numbers each time.</summary>
internal sealed class ConvolutionData
{
    public ConvolutionData(ConvolutionCase shape)
    {
        var random = new Random(1);
        Input = Numbers(ConvolutionCase.Images * shape.Channels * shape.Size * shape.Size);
        Weight = Numbers(shape.Filters * shape.GroupChannels * shape.Kernel * shape.Kernel);
        OutputGradient = Numbers(ConvolutionCase.Images * shape.Filters * shape.OutputSize * shape.OutputSize);

        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextSingle() - 1)];
    }

    /// <summary>Images, channels, rows, columns.</summary>
    public float[] Input { get; }

    /// <summary>Filters, channels of a group, rows, columns.</summary>
    public float[] Weight { get; }

    /// <summary>The gradient that comes back: images, filters, rows, columns.</summary>
    public float[] OutputGradient { get; }
}
