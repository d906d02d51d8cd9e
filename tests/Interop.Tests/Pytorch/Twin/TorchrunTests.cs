using System.Text.RegularExpressions;
using TorchSharp;
using static CnnGen.Interop.Tests.Pytorch.PytorchSession;

namespace CnnGen.Interop.Tests.Pytorch.Twin;

/// <summary>Several processes train as one does.</summary>
[Collection(nameof(RunsModels))]
public partial class TorchrunTests
{
    private const string Tiny = """
        [Model("tiny")] [Input(4, 4, 1)] [Conv2D(4, 3, Activation = Activation.ReLU)] [Dropout(0.1)] [Flatten] [Dense(3, Activation = Activation.Softmax)]
        [Training<Pictures>(BatchSize = 8, Epochs = 4, Seed = 3)] public partial class Cnn;
        [ImageData(4, 4, 1, Classes = 3)] internal sealed class Pictures;
        """;

    // In double precision: in single precision the order in which gradients are added up shows after a few steps of a large network, whoever trains it.
    private const string Doubles = """
        import torch
        import twin

        torch.set_default_dtype(torch.float64)
        load, save = twin.load_data, twin.save_safetensors
        twin.load_data = lambda folder, split: ([tensor.double() for tensor in load(folder, split)[0]], load(folder, split)[1])
        twin.save_safetensors = lambda state, path: save({name: tensor.float() for name, tensor in state.items()}, path)
        if __name__ == "__main__":
            twin.main()
        """;

    // Without batch normalization and dropout; the digits are those of the sample.
    [PytorchFact]
    public void Two_processes_equal_one_that_takes_its_batch_in_two_parts_and_the_weights_come_back()
    {
        using var folder = new TemporaryFolder();
        torch.manual_seed(1);
        using var module = (torch.nn.Module)Activator.CreateInstance(ModelCorpus.Published.Single(static type => type.Name == "SameCnn"))!;
        var model = (ITrainableModel)module;

        string output = TwoAndOne(model, folder, "twin.py", PublishedNetworks.Digits, steps: 50, batchSize: 64, "--parts", "2");

        File.ReadAllBytes(folder["two.safetensors"]).ShouldBe(File.ReadAllBytes(folder["one.safetensors"]));
        ImageDataset test = CnnGen.Mnist.Load(PublishedNetworks.Digits).Test;
        Answers(output).ShouldBe($"{Math.Round(Evaluation.Evaluate(model, test).Accuracy!.Value * test.Count)} of {test.Count}");
    }

    [PytorchFact]
    public void Parts_have_the_chance_that_they_would_have_in_processes_of_their_own()
    {
        using var folder = new TemporaryFolder();
        TinyPictures.Write(folder[""], count: 99);
        using LoadedModel model = LoadedModel.Load(Tiny.Replace("Epochs = 4", "Epochs = 10"));

        TwoAndOne(model.Trainable, folder, "twin.py", folder[""], steps: 50, batchSize: 8, "--parts", "2");
    }

    [PytorchFact]
    public void Two_processes_equal_one_for_fifty_steps_with_uneven_batches()
    {
        using var folder = new TemporaryFolder();
        TinyPictures.Write(folder[""], count: 99);
        using LoadedModel model = LoadedModel.Load(Tiny.Replace("[Dropout(0.1)]", "").Replace("Epochs = 4", "Epochs = 10"));

        File.WriteAllText(folder["doubles.py"], Doubles);
        TwoAndOne(model.Trainable, folder, "doubles.py", folder[""], steps: 50, batchSize: 8);
    }

    // Trains with two processes and with one that takes batches twice as large; what the two said. The model has their weights then.
    private static string TwoAndOne(INetwork model, TemporaryFolder folder, string script, string data, int steps, int batchSize, params string[] alone)
    {
        Interop.Pytorch.Write(model.Architecture, folder["twin.py"]);
        WeightFile.Save(model, folder["start.safetensors"]);
        string[] common = [script, "--data", data, "--weights", "start.safetensors", "--steps", $"{steps}", "--seed", "7"];
        string two = Torchrun.Run(folder[""], 2, [.. common, "--batch-size", $"{batchSize}", "--snapshot", "two.pt", "--out", "two.safetensors"]);
        string one = Torchrun.Run(folder[""], 1, [.. common, "--batch-size", $"{2 * batchSize}", "--snapshot", "one.pt", "--out", "one.safetensors", .. alone]);
        IReadOnlyList<Weight> start = model.GetWeights();
        WeightFile.Load(model, folder["one.safetensors"]);
        IReadOnlyList<Weight> ofOne = model.GetWeights();
        WeightFile.Load(model, folder["two.safetensors"]);
        LargestDifference(ofOne, model.GetWeights()).ShouldBeLessThan(1e-5);
        LargestDifference(ofOne, start).ShouldBeGreaterThan(1e-2);
        Answers(one).ShouldBe(Answers(two));
        return two;
    }

    [PytorchFact]
    public void A_killed_worker_costs_nothing_that_was_in_the_snapshot()
    {
        using var folder = new TemporaryFolder();
        using LoadedModel model = LoadedModel.Load(Tiny);
        Interop.Pytorch.Write(model.Architecture, folder["tiny.py"]);
        TinyPictures.Write(folder[""], count: 99);
        // Kills itself once, in the second epoch, two steps behind a snapshot.
        File.WriteAllText(folder["killed.py"], """
            import os, signal
            import tiny

            step = tiny.step

            def killed(*arguments):
                killed.steps += 1
                if os.environ["TORCHELASTIC_RESTART_COUNT"] == "0" and os.environ["RANK"] == "1" and killed.steps == 11:
                    os.kill(os.getpid(), signal.SIGKILL)
                step(*arguments)

            killed.steps = 0
            tiny.step = killed
            if __name__ == "__main__":
                tiny.main()
            """);

        string broken = Torchrun.Run(folder[""], 2, "killed.py", "--out", "broken.safetensors", "--snapshot", "broken.pt", "--snapshot-every", "4");
        string whole = Torchrun.Run(folder[""], 2, "tiny.py", "--out", "whole.safetensors", "--snapshot", "whole.pt", "--snapshot-every", "4");

        File.ReadAllBytes(folder["broken.safetensors"]).ShouldBe(File.ReadAllBytes(folder["whole.safetensors"]));
        broken.Split('\n')[^2].ShouldBe(whole.Split('\n')[^2]);
        whole.ShouldContain("of 99)");
    }

    // As many processes as there may be, some of them with nothing to do.
    [PytorchFact]
    public void Any_number_of_processes_takes_the_mean_over_the_batch()
    {
        using var folder = new TemporaryFolder();
        using LoadedModel model = LoadedModel.Load(Tiny.Replace("[Dropout(0.1)]", ""));
        Interop.Pytorch.Write(model.Architecture, folder["twin.py"]);
        TinyPictures.Write(folder[""], count: 99);

        double difference = (double)Run($$"""
            import importlib.util
            spec = importlib.util.spec_from_file_location("twin", {{Literal(folder["twin.py"])}})
            twin = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(twin)
            torch = twin.torch
            network = twin.NETWORK()
            data = twin.load_data({{Literal(folder[""])}}, "train")

            def gradients(count, world):
                network.zero_grad()
                for rank in range(world):
                    twin.step_part(network, network, data, list(range(count)), 1.0, rank, world, torch.device("cpu"), twin.Epoch())
                return torch.cat([weight.grad.flatten() / world for weight in network.parameters()])

            result = max(float((gradients(count, world) - gradients(count, 1)).abs().max()) for count, world in [(7, 2), (8, 3), (2, 4), (1, 2), (99, 5)])
            """)!;

        difference.ShouldBeLessThan(1e-6);
    }

    // Of each weight's largest value.
    private static double LargestDifference(IReadOnlyList<Weight> one, IReadOnlyList<Weight> two) => one.Zip(two, static (a, b) =>
        ((float[])a.Values).Zip((float[])b.Values, static (x, y) => Math.Abs(x - y)).Max() / ((float[])a.Values).Max(Math.Abs)).Max();

    private static string Answers(string output) => TestLine().Match(output).Groups["answers"].Value;

    [GeneratedRegex(@"^test .*\((?<answers>\d+ of \d+)\)", RegexOptions.Multiline)]
    private static partial Regex TestLine();
}
