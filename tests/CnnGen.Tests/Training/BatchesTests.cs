using FsCheck.Xunit;

namespace CnnGen.Tests;

public sealed class BatchesTests
{
    [Property]
    public void Every_image_is_in_one_batch_and_none_is_alone(byte more, byte size)
    {
        int images = 2 + more;
        int batchSize = 2 + size;
        List<int> counts = Counts(images, batchSize);

        counts.Sum().ShouldBe(images);
        counts.Count.ShouldBe(Batches.Number(images, batchSize));
        counts.Max().ShouldBe(Batches.Largest(images, batchSize));
        counts.SkipLast(1).ShouldAllBe(count => count == batchSize);
        counts[^1].ShouldBeInRange(2, batchSize + 1);
    }

    [Fact]
    public void A_batch_size_of_one_is_kept() => Counts(3, 1).ShouldBe([1, 1, 1]);

    [Fact]
    public void A_batch_size_beyond_the_data_takes_all_of_it()
    {
        Counts(5, int.MaxValue).ShouldBe([5]);
        Counts(1, 4).ShouldBe([1]);
        Batches.Number(5, int.MaxValue).ShouldBe(1);
    }

    private static List<int> Counts(int images, int batchSize)
    {
        var counts = new List<int>();
        for (int start = 0; start < images; start += counts[^1])
        {
            counts.Add(Batches.CountAt(start, images, batchSize));
        }

        return counts;
    }
}
