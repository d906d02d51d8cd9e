using CnnGen.Report.Tests.Browser;
using CnnGen.Report.Tests.Models;
using CnnGen.Samples.Mnist;
using TorchSharp;
using Mnist = CnnGen.Mnist;

namespace CnnGen.Report.Tests;

/// <summary>Networks that were trained for a moment on the shipped digits, and reports on them; made once for all tests.</summary>
public sealed class Reports : IDisposable
{
    /// <summary>Digits that JavaScript and C# are compared on.</summary>
    public const int Compared = 1000;

    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-report-").FullName;
    private readonly Mnist _digits = Mnist.Load(Path.Combine(AppContext.BaseDirectory, "Digits"));
    private readonly List<ITrainableModel<Prediction>> _models;

    public Reports()
    {
        torch.manual_seed(1);
        _models =
        [
            new StridedSameCnn(), new StridedValidCnn(), new ConvolutionKinds(), new WindowKinds(), new NormalizationKinds(), new ActivationLayerKinds(),
            new CommonActivations(), new SmoothActivations(), new RareActivations(),
        ];
        Test = _digits.Test.Take(Compared);
        Trained = [.. _models.Select(model => Train(model, 320))];
        using var large = new ValidCnn();
        ReportedModel trainedLarge = Train(large, 32);
        Everything = Write("everything", new TrainingReport(Trained) { Title = "Every layer" });
        Sample = Write("sample", new TrainingReport([Trained[0], trainedLarge, Trained[1]])
        {
            Title = "Three networks", DataDescription = "digits", Command = "train <all> --seed 1", Seed = 1,
        });
        Single = Write("single", new TrainingReport(Trained[1]));
    }

    /// <summary>The models, still at hand.</summary>
    internal IReadOnlyList<ITrainableModel<Prediction>> Models => _models;

    /// <summary>What the reports are on.</summary>
    internal IReadOnlyList<ReportedModel> Trained { get; }

    /// <summary>The digits that they were measured on.</summary>
    internal ImageDataset Test { get; }

    /// <summary>A report on all models.</summary>
    internal string Everything { get; }

    /// <summary>A report on three of the sample's, one of them too large for the pad.</summary>
    internal string Sample { get; }

    /// <summary>A report on one.</summary>
    internal string Single { get; }

    public void Dispose()
    {
        _models.ForEach(model => model.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    private ReportedModel Train(ITrainableModel<Prediction> model, int count)
    {
        ImageDataset validation = _digits.Train.Skip(320).Take(100).As(DataRole.Validation);
        TrainingHistory history = TrainingLoop.Fit(model, _digits.Train.Take(count), new TrainingOptions { Epochs = 2, Seed = 1, Validation = validation });
        return new ReportedModel(model.GetType().Name, model, history, Test) { Validation = validation };
    }

    private string Write(string name, TrainingReport report)
    {
        string path = Path.Combine(_folder, name + ".html");
        report.Write(path);
        return path;
    }
}

/// <summary>The browser and the reports are started once.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>, ICollectionFixture<Reports>
{
    public const string Name = "Browser";
}
