using CnnGen.Torch.Tests.Checking;
using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace CnnGen.Torch.Tests.Training;

/// <summary>A training loop as people write it, with all that it needs.</summary>
public class HandWrittenTrainingTests
{
    [Fact]
    public void A_network_learns_and_its_files_bring_everything_back()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var model = new HandWrittenCnn();
        using var optimizer = Adam(model.parameters(), 0.02);
        var scheduler = lr_scheduler.CosineAnnealingLR(optimizer, 6);
        using var loader = utils.data.DataLoader(new Patterns(128, 2), 32, shuffle: true, seed: 3);
        using var criterion = nn.CrossEntropyLoss();

        var losses = Enumerable.Range(0, 6).Select(_ => Epoch(model, loader, criterion, optimizer, scheduler)).ToArray();
        losses[^1].ShouldBeLessThan(losses[0] / 4);
        optimizer.ParamGroups.Single().LearningRate.ShouldBe(0, 1e-9);

        using var test = new Patterns(64, 4);
        Accuracy(model, test).ShouldBeGreaterThan(0.95);

        using var copy = new HandWrittenCnn();
        using var copysOptimizer = Adam(copy.parameters(), 0.02);
        Carry(model, optimizer, copy, copysOptimizer);
        Outputs(copy, test).ShouldBe(Outputs(model, test));

        // The same step from the same state, dropout aside.
        SetRate(optimizer, 0.01);
        SetRate(copysOptimizer, 0.01);
        Step(model, test, criterion, optimizer);
        Step(copy, test, criterion, copysOptimizer);
        Outputs(copy, test).ShouldBe(Outputs(model, test));
    }

    [Fact]
    public void A_network_is_written_with_the_names_of_its_fields()
    {
        using var model = new HandWrittenCnn();
        model.state_dict().Keys.Order(StringComparer.Ordinal).ShouldBe(
        [
            "classes.bias", "classes.weight",
            "features.conv1.bias", "features.conv1.weight", "features.conv2.bias", "features.conv2.weight",
            "features.norm1.bias", "features.norm1.num_batches_tracked", "features.norm1.running_mean", "features.norm1.running_var",
            "features.norm1.weight",
        ]);
    }

    private static double Epoch(
        HandWrittenCnn model, DataLoader loader, CrossEntropyLoss criterion, OptimizerHelper optimizer, lr_scheduler.LRScheduler scheduler)
    {
        model.train();
        var total = 0.0;
        foreach (var batch in loader)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = criterion.call(model.call(batch["image"]), batch["label"]);
            loss.backward();
            nn.utils.clip_grad_norm_(model.parameters(), 10);
            optimizer.step();
            total += loss.item<float>();
        }

        scheduler.step();
        return total / loader.Count;
    }

    private static double Accuracy(HandWrittenCnn model, Patterns data)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        model.eval();
        var (images, labels) = data.Whole;
        return model.call(images).argmax(1).eq(labels).to(ScalarType.Float32).mean().item<float>();
    }

    private static float[] Outputs(HandWrittenCnn model, Patterns data)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        model.eval();
        return model.call(data.Whole.Images).ToFloats();
    }

    private static void Step(HandWrittenCnn model, Patterns data, CrossEntropyLoss criterion, OptimizerHelper optimizer)
    {
        using var scope = NewDisposeScope();
        model.eval();
        optimizer.zero_grad();
        var (images, labels) = data.Whole;
        criterion.call(model.call(images), labels).backward();
        optimizer.step();
    }

    private static void SetRate(Optimizer optimizer, double rate)
    {
        foreach (var group in optimizer.ParamGroups) group.LearningRate = rate;
    }

    private static void Carry(HandWrittenCnn model, OptimizerHelper optimizer, HandWrittenCnn copy, OptimizerHelper copysOptimizer)
    {
        var folder = Directory.CreateTempSubdirectory("cnngen-training");
        try
        {
            var (weights, state) = (Path.Combine(folder.FullName, "model.dat"), Path.Combine(folder.FullName, "optimizer.dat"));
            model.save(weights);
            optimizer.save_state_dict(state);
            copy.load(weights);
            copysOptimizer.load_state_dict(state);
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
