using System.Globalization;
using CnnGen.Samples.Mnist.Training;

namespace CnnGen.Samples.Mnist.Reports;

/// <summary>The HTML report of a run: takes in each model when it is trained, and writes one file of them all.</summary>
internal sealed class RunReport(Digits digits, int? seed)
{
    public const string FileName = "report.html";

    private readonly List<ReportedModel> _models = [];

    /// <summary>The same training, whose model will be in the report.</summary>
    public TrainingRequest Following(TrainingRequest request) => request with
    {
        Trained = (model, history) => _models.Add(new ReportedModel(request.Model.Name, model, history, digits.Test)
        {
            Idea = request.Model.Idea,
            Validation = digits.Validation,
        }),
    };

    /// <summary>Writes the file.</summary>
    public void Write(string path) => new TrainingReport(_models)
    {
        Title = _models.Count == 1 ? _models[0].Name : "Six networks for handwritten digits",
        DataDescription = string.Create(CultureInfo.InvariantCulture, $"MNIST, {digits.Train.Count:N0} digits to train, {digits.Validation.Count:N0} to validate and {digits.Test.Count:N0} to test"),
        Command = string.Join(' ', Environment.GetCommandLineArgs().Skip(1).Prepend("dotnet run -c Release --project samples/Mnist --")),
        Seed = seed,
    }.Write(path);
}
