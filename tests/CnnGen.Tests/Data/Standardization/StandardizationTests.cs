using FsCheck.Xunit;

namespace CnnGen.Tests;

public sealed class StandardizationTests
{
    [Property(MaxTest = 30)]
    public void Data_has_mean_0_and_deviation_1_in_each_channel(int seed, byte count, byte channels)
    {
        (int n, int c) = (2 + (count % 20), 1 + (channels % 4));
        var random = new Random(seed);
        float[] values = [.. Enumerable.Range(0, n * 6 * c).Select(i => (float)((random.NextDouble() * (1 + (i % c))) + 100))];
        var data = new Dataset([InputColumn.Of(new DataInput("x", 2, 3, c), values)]);

        var statistics = Standardization.Of(data);
        float[] planes = Values.Of(data.Standardize(statistics));

        for (int channel = 0; channel < c; channel++)
        {
            double mean = values.Where((_, i) => i % c == channel).Average(static value => (double)value);
            statistics.Inputs[0].Mean[channel].ShouldBe(mean, 1e-9);
            double[] standard = [.. planes.Where((_, i) => i / 6 % c == channel).Select(static value => (double)value)];
            Math.Abs(standard.Average()).ShouldBeLessThan(1e-4);
            Math.Abs(Math.Sqrt(standard.Average(static value => value * value)) - 1).ShouldBeLessThan(1e-3);
        }

        statistics.Inputs[0].Count.ShouldBe(n * 6);
    }

    [Fact]
    public void Numbers_of_training_are_applied_to_all()
    {
        Dataset train = Vectors(1, 10, 3, 10);
        Dataset test = Vectors(5, 12);

        var statistics = Standardization.Of(train);
        statistics.Inputs[0].Mean.ShouldBe([2.0, 10.0]);
        statistics.Inputs[0].Deviation.ShouldBe([1.0, 0.0]);
        Values.Of(test.Standardize(statistics)).ShouldBe([3f, 2f]);
        test.As(DataRole.Test).Standardize(statistics).Role.ShouldBe(DataRole.Test);
    }

    [Fact]
    public void What_is_wrong_says_what_to_do()
    {
        Dataset data = Vectors(1, 2);
        Message(() => Standardization.Of(data.As(DataRole.Test))).ShouldStartWith("The data is to test with; mean and deviation of it would make its measures too good.");
        Message(() => Standardization.Of(data.As(DataRole.Validation))).ShouldStartWith("The data is to validate with");
        Message(() => Standardization.Of(data.Take(0))).ShouldContain("the data set is empty");
        var other = new Dataset([InputColumn.Of(new DataInput("y", 2), new float[2])]);
        Message(() => other.Standardize(Standardization.Of(data))).ShouldBe("There are no mean and deviation of the input 'y', only of 'x'.");
        var wider = new Dataset([InputColumn.Of(new DataInput("x", 3), new float[3])]);
        Message(() => wider.Standardize(Standardization.Of(data))).ShouldBe("Mean and deviation of 'x' are of 2 channels, but the data has 3.");
    }

    [Fact]
    public void A_layer_gets_mean_variance_and_count()
    {
        var network = new Buffers(
            new Weight("dense.weight", [1], new float[] { 4 }), new Weight("normalization.mean", [2], new float[2]),
            new Weight("normalization.variance", [2], new float[2]), new Weight("normalization.count", [], new long[1]));

        network.Adapt(Standardization.Of(Vectors(1, 10, 5, 10)));
        network.GetWeights().Select(static weight => weight.Values).ShouldBe([new float[] { 4 }, new float[] { 3, 10 }, new float[] { 4, 0 }, new long[] { 2 }]);

        Message(() => network.Adapt(Standardization.Of(Vectors(1, 10)), layer: "other")).ShouldBe("buffers has no Normalization layer 'other'; it has 'normalization'.");
        Message(() => network.Adapt(Standardization.Of(Vectors(1, 10)), input: "z")).ShouldBe("The data has no input 'z', but 'x'.");
        var wide = new Dataset([InputColumn.Of(new DataInput("x", 3), new float[3])]);
        Message(() => network.Adapt(Standardization.Of(wide))).ShouldBe("'normalization.mean' of buffers has 2 values, but the data has 3 channels: the statistics are of other data.");
        Message(() => new Buffers().Adapt(Standardization.Of(wide))).ShouldBe("buffers has no Normalization layer; it has none.");
        var two = new Buffers(new Weight("a.variance", [3], new float[3]), new Weight("b.variance", [3], new float[3]));
        Message(() => two.Adapt(Standardization.Of(wide))).ShouldBe("buffers has the layers 'a', 'b': say which one is meant.");
        two.Adapt(Standardization.Of(wide), "b");
        var inputs = new Dataset([InputColumn.Of(new DataInput("x", 1), new float[1]), InputColumn.Of(new DataInput("y", 1), new float[1])]);
        Message(() => two.Adapt(Standardization.Of(inputs), "b")).ShouldBe("The data has the inputs 'x', 'y': say which one goes into the layer.");
    }

    private static Dataset Vectors(params float[] values) => new([InputColumn.Of(new DataInput("x", 2), values)]);

    private static string Message(Action action) => Should.Throw<CnnGenException>(action).Message;

    private sealed class Buffers(params Weight[] weights) : INetwork
    {
        private IReadOnlyList<Weight> _weights = weights;

        public ModelSummary Architecture { get; } = new("buffers", [], [1]);

        public IReadOnlyList<Weight> GetWeights() => _weights;

        public void SetWeights(IReadOnlyList<Weight> weights) => _weights = weights;

        public void Dispose()
        {
        }
    }
}
