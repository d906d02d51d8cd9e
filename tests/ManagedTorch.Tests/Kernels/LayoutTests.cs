using CnnGen.ManagedTorch.Kernels;
using Shouldly;
using Xunit;

namespace CnnGen.ManagedTorch.Tests.Kernels;

public sealed unsafe class LayoutTests
{
    [Fact]
    public void Channels_move_and_come_back() => Cases.Run(200, random =>
    {
        int n = random.Next(1, 4), spatial = random.Next(1, 200), c = random.Next(1, 80);
        using Buffer<float> last = random.Floats((long)n * spatial * c), first = new(last.Length), again = new(last.Length);
        Layout.ChannelsFirst(n, spatial, c, last, first);
        for (int i = 0; i < n; i++)
        for (int s = 0; s < spatial; s++)
        for (int k = 0; k < c; k++)
        {
            if (first[(i * c + k) * spatial + s] != last[(i * spatial + s) * c + k])
            {
                throw new InvalidOperationException($"image {i}, place {s}, channel {k} of {n}×{spatial}×{c}");
            }
        }

        Layout.ChannelsLast(n, spatial, c, first, again);
        again.ShouldBeSameBits(last);
    });
}
