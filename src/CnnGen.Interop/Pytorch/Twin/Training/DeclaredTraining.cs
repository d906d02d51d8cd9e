namespace CnnGen.Interop;

/// <summary>What <c>[Training]</c> says, taken apart.</summary>
internal sealed class DeclaredTraining
{
    private readonly IReadOnlyList<LayerSetting> _own;

    public DeclaredTraining(IReadOnlyList<LayerSetting> settings)
    {
        _own = [.. settings.TakeWhile(static setting => setting.Name != "output")];
        List<DeclaredOutput> outputs = [];
        foreach (LayerSetting setting in settings.Skip(_own.Count))
        {
            if (setting.Name == "output")
            {
                outputs.Add(new DeclaredOutput(setting.Word!, []));
            }

            outputs[^1].Settings.Add(setting);
        }

        Outputs = outputs;
    }

    /// <summary>How each output is trained, in the order of the network's.</summary>
    public IReadOnlyList<DeclaredOutput> Outputs { get; }

    public string? Word(string name) => _own.FirstOrDefault(setting => setting.Name == name)?.Word;

    public double? Number(string name) => _own.FirstOrDefault(setting => setting.Name == name)?.Numbers[0];

    /// <summary>A number as Python writes one that may have a fraction.</summary>
    public string Real(string name, double usual = 0) => PythonText.Real(Number(name) ?? usual);
}

/// <summary>How an output is trained.</summary>
/// <param name="Name">The layer that gives it.</param>
/// <param name="Settings">What is said of it.</param>
internal sealed record DeclaredOutput(string Name, List<LayerSetting> Settings)
{
    /// <summary>The loss; <see langword="null"/> for a method of the user's.</summary>
    public string? Loss => Word("loss");

    public string? CustomLoss => Word("customLoss");

    /// <summary>What the labels are.</summary>
    public LabelKind Labels => Enum.Parse<LabelKind>(Word("labels")!);

    public string? Word(string name) => Settings.Find(setting => setting.Name == name)?.Word;

    public double Number(string name, double usual) => Settings.Find(setting => setting.Name == name)?.Numbers[0] ?? usual;

    public bool Has(string name) => Settings.Exists(setting => setting.Name == name);
}
