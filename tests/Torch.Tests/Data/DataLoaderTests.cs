using CnnGen.Torch.Tests.Checking;
using TorchSharp.Modules;

namespace CnnGen.Torch.Tests.Data;

public class DataLoaderTests
{
    [Fact]
    public void Batches_come_in_order_and_the_last_one_is_what_is_left()
    {
        using var loader = utils.data.DataLoader(new Numbers(8), 3);
        loader.Count.ShouldBe(3);
        Labels(loader).ShouldBe([[0, 1, 2], [3, 4, 5], [6, 7]]);
    }

    [Fact]
    public void A_last_batch_that_is_not_full_can_be_left_out()
    {
        using var loader = utils.data.DataLoader(new Numbers(8), 3, drop_last: true);
        loader.Count.ShouldBe(2);
        Labels(loader).ShouldBe([[0, 1, 2], [3, 4, 5]]);
    }

    [Fact]
    public void A_data_set_that_divides_evenly_has_no_last_rest()
    {
        using var loader = utils.data.DataLoader(new Numbers(6), 3);
        loader.Count.ShouldBe(2);
        Labels(loader).ShouldBe([[0, 1, 2], [3, 4, 5]]);
    }

    [Fact]
    public void Under_each_key_the_examples_lie_one_above_the_other()
    {
        using var loader = utils.data.DataLoader(new Numbers(3), 2);
        using var batches = loader.GetEnumerator();
        batches.MoveNext().ShouldBeTrue();
        batches.Current.Keys.ShouldBe(["image", "label"]);
        batches.Current["image"].shape.ShouldBe([2, 1, 2, 2]);
        batches.Current["image"].ToFloats().ShouldBe([0, 0, 0, 0, 1, 1, 1, 1]);
        batches.Current["label"].shape.ShouldBe([2]);
        batches.Current["label"].dtype.ShouldBe(ScalarType.Int64);
    }

    [Fact]
    public void Each_pass_has_every_example_once_in_an_order_of_its_own()
    {
        using var loader = utils.data.DataLoader(new Numbers(100), 10, true);
        var first = Labels(loader).SelectMany(labels => labels).ToArray();
        var second = Labels(loader).SelectMany(labels => labels).ToArray();
        first.Order().ShouldBe(Enumerable.Range(0, 100).Select(number => (long)number));
        second.Order().ShouldBe(first.Order());
        second.ShouldNotBe(first);
    }

    [Fact]
    public void A_seed_gives_the_same_order_everywhere()
    {
        using var loader = utils.data.DataLoader(new Numbers(10), 10, true, seed: 7);
        Labels(loader).ShouldBe(Labels(loader));
        Labels(loader).Single().ShouldBe([7, 4, 2, 1, 5, 0, 8, 6, 3, 9]);
    }

    [Fact]
    public void The_order_can_be_given()
    {
        using var loader = utils.data.DataLoader(new Numbers(5), 2, [4L, 0L, 2L]);
        Labels(loader).ShouldBe([[4, 0], [2]]);
    }

    [Fact]
    public void Several_workers_give_the_same_batches()
    {
        using var loader = utils.data.DataLoader(new Numbers(1000), 64, num_worker: 4);
        var next = 0L;
        foreach (var batch in loader)
        {
            var labels = batch["label"].ToLongs();
            labels.ShouldBe(Enumerable.Range((int)next, labels.Length).Select(number => (long)number));
            batch["image"].ToFloats().ShouldBe(labels.SelectMany(label => Enumerable.Repeat((float)label, 4)));
            next += labels.Length;
        }

        next.ShouldBe(1000);
    }

    [Fact]
    public void A_batch_is_disposed_when_the_next_one_is_taken()
    {
        using var loader = utils.data.DataLoader(new Numbers(4), 2);
        var images = new List<Tensor>();
        foreach (var batch in loader)
        {
            images.ShouldAllBe(image => image.IsInvalid);
            images.Add(batch["image"]);
            batch["image"].IsInvalid.ShouldBeFalse();
        }

        images.Count.ShouldBe(2);
        images.ShouldAllBe(image => image.IsInvalid);
    }

    [Fact]
    public void A_pass_that_is_left_early_disposes_its_batch()
    {
        using var loader = utils.data.DataLoader(new Numbers(4), 2);
        var image = default(Tensor);
        foreach (var batch in loader)
        {
            image = batch["image"];
            break;
        }

        image!.IsInvalid.ShouldBeTrue();
    }

    [Fact]
    public void Batches_can_be_kept()
    {
        using var loader = utils.data.DataLoader(new Numbers(4), 2, disposeBatch: false);
        var batches = default(Dictionary<string, Tensor>[]);
        using (NewDisposeScope())
        {
            batches = [.. loader];
        }

        batches.SelectMany(batch => batch["label"].ToLongs()).ShouldBe([0, 1, 2, 3]);
        foreach (var tensor in batches.SelectMany(batch => batch.Values))
        {
            tensor.Dispose();
        }
    }

    [Fact]
    public void What_an_example_was_made_of_does_not_outlive_its_batch_being_made()
    {
        using var numbers = new Numbers(4);
        using var loader = utils.data.DataLoader(numbers, 4);
        using var batches = loader.GetEnumerator();
        batches.MoveNext().ShouldBeTrue();
        numbers.Made.Count.ShouldBe(8);
        numbers.Made.ShouldAllBe(tensor => tensor.IsInvalid);
        batches.Current.Values.ShouldAllBe(tensor => !tensor.IsInvalid);
    }

    [Fact]
    public void A_scope_around_a_pass_owns_nothing_of_it()
    {
        using var loader = utils.data.DataLoader(new Numbers(6), 2);
        using var scope = NewDisposeScope();
        foreach (var batch in loader)
        {
            scope.DisposablesCount.ShouldBe(0);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_data_set_goes_with_the_loader_unless_it_is_to_stay(bool disposeDataset)
    {
        using var numbers = new Numbers(1);
        utils.data.DataLoader(numbers, 1, disposeDataset: disposeDataset).Dispose();
        numbers.IsDisposed.ShouldBe(disposeDataset);
    }

    [Fact]
    public void Examples_can_be_put_together_in_a_way_of_ones_own()
    {
        using var loader = new DataLoader<Dictionary<string, Tensor>, float>(
            new Numbers(5), 2, (examples, _) => examples.Sum(example => example["image"].sum().item<float>()));
        loader.ShouldBe([4, 20, 16]);
    }

    private static long[][] Labels(DataLoader loader) => [.. loader.Select(batch => batch["label"].ToLongs())];
}
