using System.Text;

namespace CnnGen;

/// <summary>
/// What trainings gave, as one HTML file to show around: the accuracy with its interval, a pad to draw on that runs the trained network itself,
/// curves, what is taken for what, the worst mistakes, maps and kernels. It needs no network and, but for the pad, no script.
/// </summary>
public sealed class TrainingReport
{
    /// <summary>The most bytes that a report has.</summary>
    public const int MaximumBytes = 2_000_000;

    private readonly IReadOnlyList<ReportedModel> _models;

    /// <param name="models">The models, all measured on the same images.</param>
    /// <exception cref="CnnGenException">There is none, or they were measured on different data or are called the same.</exception>
    public TrainingReport(params IReadOnlyList<ReportedModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (models.Count == 0)
        {
            throw new CnnGenException("A report needs at least one trained model.");
        }

        if (models.FirstOrDefault(model => model.Data != models[0].Data) is { } other)
        {
            throw new CnnGenException(
                $"{models[0].Name} and {other.Name} were measured on different data, so that a report cannot set them side by side: measure all on the same data set.");
        }

        if (models.GroupBy(static model => model.Name).FirstOrDefault(static group => group.Count() > 1) is { } twice)
        {
            throw new CnnGenException($"Two models are called {twice.Key}: give each a name of its own.");
        }

        _models = models;
    }

    /// <summary>The heading; left out, the models' names.</summary>
    public string? Title { get; init; }

    /// <summary>What the images are and where they come from.</summary>
    public string? DataDescription { get; init; }

    /// <summary>The command that trains and writes this again; <see langword="null"/> if there is none.</summary>
    public string? Command { get; init; }

    /// <summary>What chance was fixed with; <see langword="null"/> if it was not.</summary>
    public int? Seed { get; init; }

    /// <summary>Writes the report. An existing file is replaced only once the new one is whole.</summary>
    /// <param name="path">The file, mostly <c>report.html</c>.</param>
    /// <exception cref="CnnGenException">The file cannot be written, or the report cannot be brought to <see cref="MaximumBytes"/>.</exception>
    public void Write(string path)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(ToHtml());
        AtomicFile.Write(path, stream => stream.Write(bytes));
    }

    /// <summary>The report as text.</summary>
    /// <exception cref="CnnGenException">It cannot be brought to <see cref="MaximumBytes"/>.</exception>
    public string ToHtml() => ToHtml(MaximumBytes);

    /// <summary>The report with at most so many bytes.</summary>
    internal string ToHtml(int limit) => ReportSize.Fit(new ReportContent
    {
        Models = _models,
        Title = Title ?? ReportText.AllOf([.. _models.Select(static model => model.Name)]),
        DataDescription = DataDescription,
        Command = Command,
        Seed = Seed,
    }, limit);
}
