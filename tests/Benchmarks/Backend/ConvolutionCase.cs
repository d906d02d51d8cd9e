using System.Globalization;

namespace CnnGen.Benchmarks.Backend;

/// <summary>A square convolution of square images, with random numbers from -1 to 1 in all that goes in.</summary>
/// <param name="Channels">Channels of the images.</param>
/// <param name="Filters">Channels of what comes out.</param>
/// <param name="Size">Rows and columns of the images.</param>
/// <param name="Kernel">Rows and columns of the kernel.</param>
/// <param name="Stride">Pixels from one window to the next.</param>
/// <param name="Dilation">Pixels from one tap of the kernel to the next.</param>
/// <param name="Groups">Parts of the channels that know nothing of each other.</param>
internal sealed record ConvolutionCase(
    int Channels, int Filters, int Size, int Kernel, int Stride = 1, int Dilation = 1, int Groups = 1)
{
    /// <summary>Two, so that what goes from one image to the next is seen.</summary>
    public const int Images = 2;

    /// <summary>Kernels, strides and dilations of networks that people build, on channels that fill vectors and on channels that do not.</summary>
    public static IReadOnlyList<ConvolutionCase> All { get; } =
    [
        new(1, 16, 28, 3),
        new(3, 16, 32, 3),
        new(3, 24, 32, 5, Stride: 2),
        new(3, 64, 56, 7, Stride: 2),
        new(5, 5, 17, 3),
        new(16, 32, 28, 3),
        new(32, 32, 28, 3),
        new(64, 64, 28, 3, Stride: 2),
        new(24, 24, 28, 3),
        new(24, 40, 14, 5),
        new(33, 33, 19, 3),
        new(33, 65, 19, 3, Stride: 2),
        new(40, 40, 14, 3),
        new(40, 24, 28, 1),
        new(112, 112, 14, 3),
        new(112, 40, 14, 1),
        new(24, 48, 28, 1, Stride: 2),
        new(24, 24, 28, 3, Dilation: 2),
        new(33, 40, 15, 3, Dilation: 3),
        new(24, 40, 28, 3, Groups: 2),
        new(112, 112, 14, 3, Groups: 4),
        new(40, 40, 28, 3, Groups: 40),
        new(33, 33, 19, 5, Stride: 2, Groups: 33),
        new(16, 1, 64, 3),
    ];

    /// <summary>Zeros on each side, which let a stride of one keep the size.</summary>
    public int Padding => Dilation * (Kernel / 2);

    /// <summary>Rows and columns of what comes out.</summary>
    public int OutputSize => (Size + 2 * Padding - Dilation * (Kernel - 1) - 1) / Stride + 1;

    /// <summary>Channels that one filter reads.</summary>
    public int GroupChannels => Channels / Groups;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kernel}×{Kernel}, {Size}×{Size}×{Channels} → {Filters}")
        + Unless(1, Stride, "stride") + Unless(1, Dilation, "dilation") + Unless(1, Groups, "groups");

    private static string Unless(int usual, int value, string name) =>
        value == usual ? "" : string.Create(CultureInfo.InvariantCulture, $", {name} {value}");
}
