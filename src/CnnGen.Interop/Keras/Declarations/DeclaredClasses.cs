using System.Text;

namespace CnnGen.Interop.Keras;

/// <summary>Writes a model, and the models within it, as classes of the language.</summary>
/// <param name="format">Where the channels are.</param>
internal sealed class DeclaredClasses(DataFormat format)
{
    // Members of every model, and types that stand in attributes: a class of such a name would be in their way.
    private static readonly HashSet<string> s_taken =
    [
        "Activation", "Architecture", "Conv", "Constraint", "DataFormat", "Distribution", "Evaluate", "FanMode", "FillMode", "Fit", "FlipMode", "Forward", "Initializer",
        "Input", "InputShape", "Interpolation", "Load", "Logits", "Loss", "Metrics", "Model", "Network", "Optimizer", "Output", "OutputShape", "Pad", "Predict", "Save",
        "Summary", "Training",
    ];

    private readonly HashSet<string> _names = [];
    private readonly StringBuilder _text = new();
    private readonly List<string> _lacking = [];
    private readonly List<string> _leftOut = [];

    /// <summary>Writes a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">What its class is called; left out, after the model.</param>
    public static KerasDeclaration Write(KerasModel model, string? name = null)
    {
        DataFormat format = model.AllLayers.Any(static layer => KerasClasses.Axes(layer.ClassName) > 0 && layer.Format == DataFormat.ChannelsFirst)
            ? DataFormat.ChannelsFirst
            : DataFormat.ChannelsLast;
        var classes = new DeclaredClasses(format);
        string className = classes.Add(model, name);
        return new KerasDeclaration(className, $"using CnnGen;\n\n{classes._text}", classes._lacking, classes._leftOut);
    }

    private string Add(KerasModel model, string? name)
    {
        string className = Free(name ?? CSharpText.ClassName(model.Name), isChosen: name is not null);
        var writer = new ModelWriter(model, className, format, nested => Add(nested, null));
        string text = writer.Write();
        _lacking.AddRange(writer.Lacking);
        _leftOut.AddRange(writer.LeftOut);
        _text.Append(_text.Length == 0 ? "" : "\n").Append(text);
        return className;
    }

    private string Free(string wanted, bool isChosen)
    {
        string name = !isChosen && s_taken.Contains(wanted) ? $"{wanted}Cnn" : wanted;
        string free = name;
        for (int i = 2; !_names.Add(free); i++)
        {
            free = FormattableString.Invariant($"{name}{i}");
        }

        return free;
    }
}
