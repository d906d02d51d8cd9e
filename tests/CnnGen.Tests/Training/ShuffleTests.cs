using FsCheck.Xunit;

namespace CnnGen.Tests;

public sealed class ShuffleTests
{
    [Property]
    public void An_order_has_every_image_once(byte count, int seed, byte epoch) =>
        Order(count, seed, epoch).Order().ShouldBe(Enumerable.Range(0, count));

    [Fact]
    public void An_order_stays_the_same_for_all_time()
    {
        // A checkpoint of today must be resumed to the same bits by a later version.
        Order(10, 42, 1).ShouldBe([6, 2, 9, 3, 4, 8, 1, 0, 7, 5]);
        Order(10, -1, 3).ShouldBe([2, 4, 3, 1, 9, 0, 7, 8, 5, 6]);
        Shuffle.StepSeed(42, 1, 0).ShouldBe(9147658626556819457);
        Shuffle.StepSeed(42, 1, 1).ShouldBe(5914948209949823890);
    }

    [Fact]
    public void Every_image_comes_to_every_place_about_as_often()
    {
        const int Count = 8;
        const int Rounds = 8000;
        var seen = new int[Count, Count];
        for (int epoch = 1; epoch <= Rounds; epoch++)
        {
            int[] order = Order(Count, 7, epoch);
            for (int place = 0; place < Count; place++)
            {
                seen[order[place], place]++;
            }
        }

        // 1000 expected with a standard deviation of 30.
        seen.Cast<int>().ShouldAllBe(times => times > 850 && times < 1150);
    }

    [Fact]
    public void Seeds_and_epochs_do_not_share_their_chance()
    {
        long[] seeds = [.. from seed in Enumerable.Range(-20, 40) from epoch in Enumerable.Range(0, 40) select Shuffle.StepSeed(seed, epoch, 0)];

        seeds.Distinct().Count().ShouldBe(seeds.Length);
        seeds.ShouldAllBe(seed => seed >= 0);
    }

    private static int[] Order(int count, int seed, int epoch)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        Shuffle.Fill(order, seed, epoch);
        return order;
    }
}
