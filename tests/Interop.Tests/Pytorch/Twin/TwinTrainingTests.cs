using System.Globalization;
using TorchSharp;
using static CnnGen.Interop.Tests.Pytorch.PytorchSession;

namespace CnnGen.Interop.Tests.Pytorch.Twin;

/// <summary>The twin trains as the network does here: one process, the same start, the same data, the same weights in the end.</summary>
[Collection(nameof(RunsModels))]
public class TwinTrainingTests
{
    private const double Bound = 1e-4;

    // Each with an uneven last batch; 49 of 16 leaves one that joins the batch before.
    private static readonly string[] Trainings =
    [
        "Optimizer = Optimizer.SGD, Momentum = 0.9, Nesterov = true, WeightDecay = 0.01, LearningRate = 0.05",
        "Optimizer = Optimizer.Adam, LabelSmoothing = 0.1, ClipNorm = 0.5",
        "Optimizer = Optimizer.Adam, WeightDecay = 0.01, Schedule = Schedule.OneCycle",
        "Optimizer = Optimizer.AdamW, Schedule = Schedule.Cosine, WarmUp = 0.2, FinalLearningRate = 1e-4",
        "Optimizer = Optimizer.RMSprop, Momentum = 0.5, Schedule = Schedule.Step, DecayEpochs = 1",
        "Optimizer = Optimizer.Adamax, Schedule = Schedule.Exponential, AccumulateSteps = 2",
        "Optimizer = Optimizer.Nadam, Schedule = Schedule.Polynomial, Power = 2",
        "Optimizer = Optimizer.Adadelta, LearningRate = 1",
        "Optimizer = Optimizer.Adagrad, ValidationSplit = 0.2",
        "Optimizer = Optimizer.Lion, LearningRate = 1e-4, Shuffle = false",
        "Loss = Loss.CategoricalCrossentropy|Labels = LabelKind.OneHot",
        "Loss = Loss.CategoricalFocalCrossentropy, Gamma = 3|Labels = LabelKind.OneHot",
        "Loss = Loss.KLDivergence|Labels = LabelKind.OneHot",
        "Loss = Loss.Dice|Labels = LabelKind.OneHot",
        "Loss = Loss.BinaryFocalCrossentropy, Alpha = 0.3|Labels = LabelKind.OneHot|Sigmoid",
        "Loss = Loss.BinaryCrossentropy, LabelSmoothing = 0.1|Labels = LabelKind.OneHot|Sigmoid",
        "Loss = Loss.Hinge|Labels = LabelKind.OneHot|Tanh",
        "Loss = Loss.MeanSquaredError|Labels = LabelKind.OneHot",
        "Loss = Loss.MeanAbsoluteError|Labels = LabelKind.OneHot|Linear",
        "Loss = Loss.Huber, Delta = 0.3|Labels = LabelKind.OneHot|Linear",
        "Loss = Loss.LogCosh|Labels = LabelKind.OneHot|Linear",
        "Loss = Loss.Poisson|Labels = LabelKind.OneHot|Softplus",
        "Loss = Loss.CosineSimilarity|Labels = LabelKind.OneHot|Linear",
    ];

    [PytorchFact]
    public void The_same_weights_after_two_epochs()
    {
        using var folder = new TemporaryFolder();
        TinyPictures.Write(folder[""], count: 49);
        var models = new ModelAssembly(Trainings.Select(static (training, i) => Source(training.Split('|'), i)));
        List<string> differences = [];
        for (int i = 0; i < Trainings.Length; i++)
        {
            differences.AddRange(Difference(models.Model($"Trained{i}.Cnn"), Trainings[i].Contains("OneHot"), folder) is var difference && difference <= Bound
                ? [] : new[] { string.Create(CultureInfo.InvariantCulture, $"{Trainings[i]}: {difference}") });
        }

        differences.ShouldBeEmpty();
    }

    private static string Source(string[] parts, int number)
    {
        string labels = parts.Length > 1 ? $", {parts[1]}" : "";
        string last = parts.Length > 2 ? parts[2] : "Softmax";
        return $$"""
            using CnnGen;
            namespace Trained{{number}};

            [Model("twin{{number}}")]
            [Input(4, 4, 1)]
            [Conv2D(4, 3, Padding = Pad.Same, Activation = Activation.Tanh)]
            [BatchNormalization(Momentum = 0.5)]
            [Flatten]
            [Dense(3, Activation = Activation.{{last}}, KernelL2 = 1e-3, BiasL1 = 1e-3)]
            [Training<Pictures>({{parts[0]}}, BatchSize = 16, Epochs = 2, Seed = 5)]
            public partial class Cnn;

            [ImageData(4, 4, 1, Classes = 3{{labels}})]
            internal sealed class Pictures;
            """;
    }

    // Of each weight's largest value.
    private static double Difference(Type type, bool isOneHot, TemporaryFolder folder)
    {
        torch.manual_seed(1);
        using var module = (torch.nn.Module)Activator.CreateInstance(type)!;
        var model = (ITrainableModel)module;
        Interop.Pytorch.Write(model.Architecture, folder["twin.py"]);
        WeightFile.Save(model, folder["start.safetensors"]);
        Run($$"""
            import importlib.util, os
            spec = importlib.util.spec_from_file_location("twin", {{Literal(folder["twin.py"])}})
            twin = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(twin)
            os.chdir({{Literal(folder[""])}})
            if os.path.exists("snapshot.pt"):
                os.remove("snapshot.pt")
            twin.main(["--weights", "start.safetensors", "--out", "end.safetensors"])
            """);
        TrainingLoop.Fit(model, TinyPictures.Data(49, isOneHot), new TrainingOptions());
        IReadOnlyList<Weight> trained = model.GetWeights();
        WeightFile.Load(model, folder["end.safetensors"]);
        return trained.Zip(model.GetWeights(), static (one, two) => one.Values is float[] values
            ? values.Zip((float[])two.Values, static (a, b) => Math.Abs(a - b)).Max() / Math.Max(values.Max(Math.Abs), 1e-2f)
            : 0).Max();
    }
}
