namespace CnnGen;

/// <summary>What a report is made of, and what of it is left out to keep it small.</summary>
internal sealed record ReportContent
{
    public required IReadOnlyList<ReportedModel> Models { get; init; }

    public required string Title { get; init; }

    public required string? DataDescription { get; init; }

    public required string? Command { get; init; }

    public required int? Seed { get; init; }

    /// <summary>The models that the pad can run, those that have room.</summary>
    public IReadOnlyList<PadNetwork> Pads { get; init; } = [];

    /// <summary>Why the pad cannot run the others, a sentence each.</summary>
    public IReadOnlyList<string> WithoutPad { get; init; } = [];

    /// <summary>Whether the maps of one image are shown.</summary>
    public bool HasMaps { get; init; } = true;

    /// <summary>Images shown of each pair of classes that are confused, at most.</summary>
    public int ImagesOfPair { get; init; } = 12;

    /// <summary>The images that the report measures on.</summary>
    public ImageDataset Data => Models[0].Data;

    /// <summary>Whether more than one model is set side by side.</summary>
    public bool IsComparison => Models.Count > 1;

    /// <summary>The name of a class.</summary>
    public string NameOf(int label) => Models[0].ClassNames[label];

    /// <summary>What the report measured on, in words: <c>2,000 test images</c>.</summary>
    public string Examples(ReportedModel model) => model.Report.Role switch
    {
        DataRole.Train => ReportText.Plural(model.Report.Results.Count, "training image"),
        DataRole.Validation => ReportText.Plural(model.Report.Results.Count, "validation image"),
        DataRole.Test => ReportText.Plural(model.Report.Results.Count, "test image"),
        _ => ReportText.Plural(model.Report.Results.Count, "image"),
    };
}
