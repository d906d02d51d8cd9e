namespace CnnGen.Tests;

/// <summary>A file that no training wrote, or that was changed since, is refused, and the model stays as it is.</summary>
public sealed class DamagedCheckpointTests : CheckpointedTraining
{
    [Fact]
    public void Plain_weights_are_no_checkpoint()
    {
        WeightFile.Save(new SoftmaxRegression(), Checkpoint);

        Error(new SoftmaxRegression(), Kept(3) with { Resume = Resume.Always }).ShouldBe($"{Checkpoint} holds weights but no training: it is not a checkpoint.");
    }

    [Fact]
    public void A_checkpoint_that_is_cut_short_is_refused_and_the_model_stays_as_it_is()
    {
        Fit(new SoftmaxRegression(), Kept(1));
        byte[] whole = File.ReadAllBytes(Checkpoint);
        for (int length = 0; length < whole.Length; length++)
        {
            Folder.Write("checkpoint.safetensors", whole.AsSpan(0, length));
            var model = new SoftmaxRegression();

            Error(model, Kept(3) with { Resume = Resume.Always }).ShouldStartWith(Checkpoint);
            model.Kernel.ShouldAllBe(value => value == 0);
        }
    }

    [Fact]
    public void A_record_that_cannot_be_read_is_refused()
    {
        Fit(new SoftmaxRegression(), Kept(1));
        SafetensorsContent content = WeightFile.Read(Checkpoint);
        foreach (string record in new[] { "", "{", "[]", "{}", """{"seed":1.5}""", """{"seed":"1"}""", content.Metadata["cnngen.training"].Replace("\"loss\":", "\"lost\":") })
        {
            var metadata = new Dictionary<string, string>(content.Metadata) { ["cnngen.training"] = record };
            using (FileStream stream = File.Create(Checkpoint))
            {
                Safetensors.Write(stream, content.Tensors, metadata);
            }

            Error(new SoftmaxRegression(), Kept(3) with { Resume = Resume.Always }).ShouldContain("its record of the training cannot be read");
        }
    }

    [Fact]
    public void An_optimizer_state_that_cannot_be_read_is_refused_before_the_model_changes()
    {
        Fit(new SoftmaxRegression(), Kept(1));
        SafetensorsContent content = WeightFile.Read(Checkpoint);
        using (FileStream stream = File.Create(Checkpoint))
        {
            Safetensors.Write(stream, [.. content.Tensors.Select(tensor => tensor.Name == "cnngen.optimizer" ? new Weight(tensor.Name, [3], new byte[3]) : tensor)], content.Metadata);
        }

        var model = new SoftmaxRegression();
        Error(model, Kept(3) with { Resume = Resume.Always }).ShouldStartWith($"{Checkpoint} cannot be resumed from: cnngen.optimizer cannot be read");
        model.Kernel.ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void A_state_in_parts_is_resumed_from_like_a_whole_one()
    {
        var whole = new SoftmaxRegression();
        TrainingHistory expected = Fit(whole, new() { Epochs = 3, Callbacks = [new Recorder { Factor = 0.9 }] });
        Fit(new SoftmaxRegression(), Kept(1));
        PartOptimizer(static parts => parts.Count.ShouldBeGreaterThan(2));

        var resumed = new SoftmaxRegression();
        TrainingHistory history = Fit(resumed, Kept(3) with { Resume = Resume.Always });

        resumed.Kernel.ShouldBe(whole.Kernel);
        Losses(history).ShouldBe(Losses(expected));
    }

    [Fact]
    public void A_part_of_a_state_that_is_damaged_or_missing_is_refused_before_the_model_changes()
    {
        foreach (Action<List<Weight>> damage in new Action<List<Weight>>[] { static parts => ((byte[])parts[1].Values)[3] ^= 1, static parts => parts.RemoveAt(parts.Count - 1), static parts => parts.RemoveAt(1) })
        {
            Fit(new SoftmaxRegression(), Kept(1));
            PartOptimizer(damage);
            var model = new SoftmaxRegression();

            Error(model, Kept(3) with { Resume = Resume.Always }).ShouldStartWith($"{Checkpoint} cannot be resumed from: cnngen.optimizer cannot be read");
            model.Kernel.ShouldAllBe(value => value == 0);
        }
    }

    [Fact]
    public void A_state_with_one_wrong_byte_is_refused_before_the_model_changes()
    {
        Fit(new SoftmaxRegression(), Kept(1));
        SafetensorsContent content = WeightFile.Read(Checkpoint);
        var state = (byte[])content.Tensors.Single(tensor => tensor.Name == "cnngen.optimizer").Values;
        byte[] whole = File.ReadAllBytes(Checkpoint);
        int place = whole.AsSpan().IndexOf(state);
        for (int i = 0; i < state.Length; i++)
        {
            byte[] spoilt = [.. whole];
            spoilt[place + i] ^= 0x10;
            Folder.Write("checkpoint.safetensors", spoilt);
            var model = new SoftmaxRegression();

            Error(model, Kept(3) with { Resume = Resume.Always }).ShouldBe(
                $"{Checkpoint} cannot be resumed from: cnngen.optimizer cannot be read (its bytes are damaged).");
            model.Kernel.ShouldAllBe(value => value == 0);
        }
    }

    [Theory]
    [InlineData("\"current_learning_rate\":0.45", "\"current_learning_rate\":\"NaN\"", "the learning rate is NaN")]
    [InlineData("\"current_learning_rate\":0.45", "\"current_learning_rate\":-1", "the learning rate is -1")]
    [InlineData("\"epoch\":1", "\"epoch\":7", "epoch 7 is in the place of epoch 1")]
    public void A_record_that_no_training_writes_is_refused(string right, string wrong, string expected)
    {
        Fit(new SoftmaxRegression(), Kept(1));
        SafetensorsContent content = WeightFile.Read(Checkpoint);
        content.Metadata["cnngen.training"].ShouldContain(right);
        var metadata = new Dictionary<string, string>(content.Metadata) { ["cnngen.training"] = content.Metadata["cnngen.training"].Replace(right, wrong) };
        using (FileStream stream = File.Create(Checkpoint))
        {
            Safetensors.Write(stream, content.Tensors, metadata);
        }

        Error(new SoftmaxRegression(), Kept(3) with { Resume = Resume.Always }).ShouldContain($"its record of the training cannot be read ({expected})");
    }

    [Fact]
    public void A_weight_that_is_not_finite_is_refused()
    {
        Fit(new SoftmaxRegression(), Kept(1));
        SafetensorsContent content = WeightFile.Read(Checkpoint);
        ((float[])content.Tensors.Single(tensor => tensor.Name == "dense.weight").Values)[3] = float.NaN;
        using (FileStream stream = File.Create(Checkpoint))
        {
            Safetensors.Write(stream, content.Tensors, content.Metadata);
        }

        Error(new SoftmaxRegression(), Kept(3) with { Resume = Resume.Always })
            .ShouldBe($"{Checkpoint} cannot be loaded: dense.weight has values that are not finite numbers.");
    }

    // As it is written where it is more than an array holds.
    private void PartOptimizer(Action<List<Weight>> change)
    {
        const int LongestPart = 50;
        SafetensorsContent content = WeightFile.Read(Checkpoint);
        var state = (byte[])content.Tensors.Single(static tensor => tensor.Name == "cnngen.optimizer").Values;
        List<Weight> parts = [.. StateTensors.Save("cnngen.optimizer", writer => writer.Write(state), LongestPart)];
        var metadata = new Dictionary<string, string>(content.Metadata);
        parts.ForEach(part => metadata[$"{part.Name}.sha256"] = CheckpointState.Digest((byte[])part.Values));
        change(parts);
        using FileStream stream = File.Create(Checkpoint);
        Safetensors.Write(stream, [.. content.Tensors.Where(static tensor => tensor.Name != "cnngen.optimizer"), .. parts], metadata);
    }
}
