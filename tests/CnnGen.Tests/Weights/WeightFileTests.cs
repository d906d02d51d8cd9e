namespace CnnGen.Tests;

public sealed class WeightFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Weights => _folder.File("weights.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Weights_come_back_as_they_were()
    {
        SoftmaxRegression saved = Trained();
        WeightFile.Save(saved, Weights);

        var loaded = new SoftmaxRegression();
        WeightFile.Load(loaded, Weights);

        loaded.Kernel.ShouldBe(saved.Kernel);
        loaded.GetWeights()[2].Values.ShouldBe(new long[] { 6 });
        _folder.Names().ShouldBe(["weights.safetensors"]);
    }

    [Fact]
    public void A_file_that_is_cut_short_anywhere_leaves_the_model_as_it_is()
    {
        WeightFile.Save(Trained(), Weights);
        byte[] whole = File.ReadAllBytes(Weights);
        var model = new SoftmaxRegression();
        for (int length = 0; length < whole.Length; length++)
        {
            _folder.Write("weights.safetensors", whole.AsSpan(0, length));
            Error(model).ShouldStartWith(Weights);
        }

        model.Kernel.ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void A_file_of_another_model_is_refused_with_what_differs()
    {
        WeightFile.Save(new SoftmaxRegression(5, 5, 3, "wider"), Weights);

        Error(new SoftmaxRegression()).ShouldBe(
            $"{Weights} is for another model (wider) than softmax_regression: dense.weight is 3×25, expected 3×16.");
    }

    [Fact]
    public void Missing_and_unknown_tensors_are_named()
    {
        Write(new Weight("dense.weight", [3, 16], new float[48]), new Weight("steps", [1], new long[1]), new Weight("conv.weight", [1], new float[1]), new Weight("b", [1], new float[1]));

        Error(new SoftmaxRegression()).ShouldBe(
            $"{Weights} is for another model than softmax_regression: dense.bias is missing; steps is 1, expected a scalar; conv.weight is unknown; and 1 more.");
    }

    [Fact]
    public void A_type_that_differs_is_named()
    {
        Write(new Weight("dense.weight", [3, 16], new float[48]), new Weight("dense.bias", [3], new float[3]), new Weight("steps", [], new float[1]));

        Error(new SoftmaxRegression()).ShouldEndWith("steps has the type F32, expected I64.");
    }

    [Fact]
    public void Weights_of_a_checkpoint_can_be_loaded()
    {
        var model = new SoftmaxRegression();
        TrainingLoop.Fit(model, Data.Quarters(16), new TrainingOptions { CheckpointDirectory = _folder.Path });

        var loaded = new SoftmaxRegression();
        WeightFile.Load(loaded, _folder.File("checkpoint.safetensors"));

        loaded.Kernel.ShouldBe(model.Kernel);
    }

    [Fact]
    public void What_is_not_a_weight_file_is_named()
    {
        Error(new SoftmaxRegression()).ShouldBe($"{Weights} does not exist; expected a weight file (safetensors).");
        _folder.Write("weights.safetensors", "a text that is no weight file"u8);
        Error(new SoftmaxRegression()).ShouldStartWith($"{Weights} is not a safetensors file: its header would have");
        Should.Throw<CnnGenException>(() => WeightFile.Load(new SoftmaxRegression(), _folder.Path)).Message
            .ShouldBe($"{_folder.Path} cannot be read: it is a folder; expected a weight file (safetensors).");
    }

    [Fact]
    public void Saving_that_fails_leaves_the_old_file_and_nothing_else()
    {
        WeightFile.Save(Trained(), Weights);
        byte[] before = File.ReadAllBytes(Weights);

        Should.Throw<InvalidOperationException>(() => AtomicFile.Write(Weights, stream =>
        {
            stream.Write([1, 2, 3]);
            throw new InvalidOperationException();
        }));

        File.ReadAllBytes(Weights).ShouldBe(before);
        _folder.Names().ShouldBe(["weights.safetensors"]);
        Should.Throw<CnnGenException>(() => WeightFile.Save(new SoftmaxRegression(), _folder.Path)).Message.ShouldStartWith($"{_folder.Path} cannot be written: ");
        _folder.Names().ShouldBe(["weights.safetensors"]);
    }

    private static SoftmaxRegression Trained()
    {
        var model = new SoftmaxRegression();
        TrainingLoop.Fit(model, Data.Quarters(16));
        return model;
    }

    private void Write(params Weight[] weights)
    {
        using FileStream stream = File.Create(Weights);
        Safetensors.Write(stream, weights, new Dictionary<string, string>());
    }

    private string Error(SoftmaxRegression model) => Should.Throw<CnnGenException>(() => WeightFile.Load(model, Weights)).Message;
}
