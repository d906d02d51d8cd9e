using FsCheck.Xunit;

namespace CnnGen.Tests;

public sealed class SplitTests
{
    private readonly List<string> _warnings = [];

    [Property(MaxTest = 60)]
    public void Each_class_has_its_share_of_a_split_by_class_whatever_the_order_of_labels(byte[] sizes, byte share, int seed)
    {
        int[] labels = [.. sizes.Take(6).SelectMany((size, label) => Enumerable.Repeat(label, size % 40))];
        double fraction = share % 100 / 100.0;
        if (labels.Length == 0)
        {
            return;
        }

        Dataset data = Labelled(labels);
        (Dataset train, Dataset validation) = data.SplitByClass(fraction, seed, warn: _warnings.Add);

        (train.Count, validation.Count).ShouldBe((data.Split(fraction).First.Count, data.Split(fraction).Last.Count));
        Numbers(train).Concat(Numbers(validation)).Order().ShouldBe(Enumerable.Range(0, labels.Length));
        Numbers(train).ShouldBe(Numbers(train).Order());
        foreach (IGrouping<int, int> group in labels.GroupBy(static label => label))
        {
            double expected = group.Count() * validation.Count / (double)labels.Length;
            Math.Abs(Labels(validation).Count(label => label == group.Key) - expected).ShouldBeLessThanOrEqualTo(1);
        }
    }

    [Fact]
    public void A_seed_decides_which_examples_are_split_off()
    {
        Dataset data = Labelled([.. Enumerable.Range(0, 60).Select(static i => i % 3)]);

        Numbers(data.SplitByClass(0.5, 1).Validation).ShouldBe(Numbers(data.SplitByClass(0.5, 1).Validation));
        Numbers(data.SplitByClass(0.5, 1).Validation).ShouldNotBe(Numbers(data.SplitByClass(0.5, 2).Validation));
        Numbers(data.Folds(3, 1)[0].Validation).ShouldNotBe(Numbers(data.Folds(3, 2)[0].Validation));

        // The parts of a seed are a promise to whoever compares results.
        Numbers(Labelled(new int[10]).SplitByClass(0.3, 7).Validation).ShouldBe([3, 4, 8]);
    }

    [Property(MaxTest = 60)]
    public void No_group_stands_on_both_sides(byte[] keys, byte share, int seed)
    {
        int[] groups = [.. keys.Select(static key => key % 9)];
        if (groups.Distinct().Count() < 2)
        {
            return;
        }

        Dataset data = Labelled(groups);
        double fraction = share % 100 / 100.0;
        int wanted = data.Split(fraction).Last.Count;
        (Dataset train, Dataset validation) = data.SplitByGroup(fraction, groups, seed, _warnings.Add);

        Labels(train).Intersect(Labels(validation)).ShouldBeEmpty();
        (train.Count + validation.Count).ShouldBe(data.Count);
        train.Count.ShouldBePositive();
        int smallest = groups.GroupBy(static group => group).Min(static group => group.Count());
        validation.Count.ShouldBeInRange(wanted == 0 ? 0 : 1, Math.Max(wanted, smallest));
    }

    [Property(MaxTest = 40)]
    public void Each_example_validates_in_one_fold(byte[] keys, byte parts, int seed)
    {
        int[] labels = [.. keys.Select(static key => key % 4)];
        int count = 2 + (parts % 4);
        if (labels.Distinct().Count() < count)
        {
            return;
        }

        Dataset data = Labelled(labels);
        foreach (IReadOnlyList<(Dataset Train, Dataset Validation)> folds in new[]
        {
            data.Folds(count, seed, _warnings.Add), data.FoldsByClass(count, seed, warn: _warnings.Add), data.FoldsByGroup(count, labels, seed, _warnings.Add),
        })
        {
            folds.Count.ShouldBe(count);
            folds.SelectMany(static fold => Numbers(fold.Validation)).Order().ShouldBe(Enumerable.Range(0, data.Count));
            folds.ShouldAllBe(fold => Numbers(fold.Train).Concat(Numbers(fold.Validation)).Distinct().Count() == data.Count);
        }

        data.FoldsByGroup(count, labels, seed, _warnings.Add).ShouldAllBe(fold => !Labels(fold.Train).Intersect(Labels(fold.Validation)).Any());
        foreach (int label in labels.Distinct())
        {
            int[] of = [.. data.FoldsByClass(count, seed, warn: _warnings.Add).Select(fold => Labels(fold.Validation).Count(one => one == label))];
            (of.Max() - of.Min()).ShouldBeLessThanOrEqualTo(1);
        }
    }

    [Fact]
    public void Images_stay_images()
    {
        ImageDataset data = Pictures(20);

        (ImageDataset train, ImageDataset validation) = data.SplitByClass(0.25, 1);
        (train.Images.Count, validation.Images.Count).ShouldBe((15, 5));
        data.SplitByGroup(0.25, data.Labels, 1, static _ => { }).Validation.Labels.Count.ShouldBe(5);
        data.Folds(4, 1, static _ => { })[3].Validation.Images.Count.ShouldBe(5);
        data.FoldsByClass(5, 1)[0].Validation.Labels.Order().ShouldBe([0, 1, 2, 3]);
        data.FoldsByGroup(2, data.Labels, 1, static _ => { })[1].Train.Labels.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Parts_have_roles_and_what_is_to_test_with_stays_that()
    {
        Dataset data = Labelled([0, 1, 0, 1]);

        (Dataset train, Dataset validation) = data.SplitByClass(0.5, 1);
        (data.Role, train.Role, validation.Role).ShouldBe((DataRole.Unknown, DataRole.Train, DataRole.Validation));
        (train.Split(0.5).First.Role, train.Split(0.5).Last.Role).ShouldBe((DataRole.Train, DataRole.Validation));
        data.As(DataRole.Test).Folds(2, 1).ShouldAllBe(static fold => fold.Train.Role == DataRole.Test && fold.Validation.Role == DataRole.Test);
        Pictures(4).Split(0.5).Last.Role.ShouldBe(DataRole.Validation);
        train.Take(1).Shuffle(1).Role.ShouldBe(DataRole.Train);
    }

    [Fact]
    public void A_class_that_a_split_leaves_out_is_told()
    {
        Labelled([0, 0, 0, 0, 1]).SplitByGroup(0.2, (string[])["a", "a", "b", "b", "c"], 1, _warnings.Add);
        _warnings.ShouldBe(["The split leaves no example of class 1 to train with, but some to validate with."]);

        _warnings.Clear();
        Labelled([0, 0, 0, 1]).FoldsByClass(4, 1, warn: _warnings.Add);
        _warnings.Order().ShouldBe(
        [
            "The split leaves no example of class 1 to train with, but some to validate with.",
            "The split leaves no example of class 1 to validate with: measures say nothing of it.",
        ]);

        _warnings.Clear();
        Labelled([0, 1, 0, 1]).FoldsByClass(2, 1, warn: _warnings.Add);
        _warnings.ShouldBeEmpty();
    }

    [Fact]
    public void One_hot_vectors_and_data_of_a_source_are_split_by_class_too()
    {
        float[] vectors = [1, 0, 1, 0, 0, 1, 0, 1];
        var data = new Dataset(Column(4), TargetColumn.Of(DataTarget.OneHot("kind", 2), vectors));

        Numbers(data.SplitByClass(0.5, 3).Validation).Select(static i => i / 2).ShouldBe([0, 1]);
        var source = new Dataset(new LabelSource([0, 0, 1, 1]));
        source.SplitByClass(0.5, 3).Validation.Count.ShouldBe(2);
    }

    [Fact]
    public void What_cannot_be_split_says_why()
    {
        Dataset data = Labelled([0, 1, 0]);
        var numbers = new Dataset(Column(2), TargetColumn.Of(DataTarget.Numbers("price", 1), new float[2]));
        var two = new Dataset([Column(1)], [TargetColumn.Of(DataTarget.ClassIndex("a", 2), new int[1]), TargetColumn.Of(DataTarget.ClassIndex("b", 2), new int[1])]);

        Message(() => numbers.SplitByClass(0.5, 1)).ShouldBe("A split by class needs one class for each example, but the data has 'price: numbers 1': split by share or by group.");
        Message(() => new Dataset([Column(2)]).SplitByClass(0.5, 1)).ShouldBe("A split by class needs targets, but the data has none: split by share or by group.");
        Message(() => two.SplitByClass(0.5, 1)).ShouldBe("The data has the targets 'a', 'b': say by which one it is to be split.");
        Message(() => two.SplitByClass(0.5, 1, "c")).ShouldBe("The data has no target 'c', but 'a', 'b': split by one of these.");
        Message(() => data.SplitByGroup(0.5, (int[])[1, 2], 1)).ShouldBe("There are 2 group keys for 3 examples: give each example the key of its group.");
        Message(() => data.SplitByGroup(0.5, (int[])[1, 1, 1], 1)).ShouldBe(
            "The examples have 1 group, which cannot be split into 2 parts: a group never stands on both sides.");
        Message(() => data.Folds(4, 1)).ShouldBe("3 examples cannot be split into 4 folds: take fewer.");
        Should.Throw<ArgumentOutOfRangeException>(() => data.Folds(1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => data.SplitByClass(1, 1));
        two.SplitByClass(0, 1, "b").Train.Count.ShouldBe(1);
    }

    private static string Message(Action action) => Should.Throw<CnnGenException>(action).Message;

    private static ImageDataset Pictures(int count) =>
        ImageDataset.FromLabels(1, 1, 1, 4, new byte[count], Enumerable.Range(0, count).Select(static i => i % 4).ToArray());

    /// <summary>Examples whose value is their place.</summary>
    private static Dataset Labelled(int[] labels) =>
        new(Column(labels.Length), TargetColumn.Of(DataTarget.ClassIndex("kind", labels.Max() + 1), labels));

    private static InputColumn Column(int count) => InputColumn.Of(new DataInput("place", 1), Enumerable.Range(0, count).Select(static i => (float)i).ToArray());

    private static int[] Numbers(Dataset data) => data.Count == 0 ? [] : [.. new BatchBuffer(data, data.Count).Fill(0, data.Count).Inputs[0].ToArray().Select(static value => (int)value)];

    private static int[] Labels(Dataset data) => data.Count == 0 ? [] : [.. new BatchBuffer(data, data.Count).Fill(0, data.Count).Targets[0].Labels.ToArray().Select(static label => (int)label)];

    private sealed class LabelSource(int[] labels) : IExampleSource
    {
        public int Count => labels.Length;

        public IReadOnlyList<DataInput> Inputs { get; } = [new DataInput("place", 1)];

        public IReadOnlyList<DataTarget> Targets { get; } = [DataTarget.ClassIndex("kind", 2)];

        public void Read(int index, ExampleWriter example)
        {
            example.Input()[0] = index;
            example.Labels()[0] = labels[index];
        }
    }
}
