namespace CnnGen.Interop;

/// <summary>A layer at work: a shared one is called several times, each time with other inputs and the same weights.</summary>
internal sealed record LayerCall
{
    /// <summary>What is known of the layer.</summary>
    public required LayerSummary Layer { get; init; }

    /// <summary>The layer's name behind those of the models that it is in: <c>encoder/conv2d</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Which of the layer's calls, from 0 on.</summary>
    public required int Call { get; init; }

    /// <summary>The values that it reads: the network's inputs come first, then what each call gives.</summary>
    public required IReadOnlyList<int> Inputs { get; init; }

    /// <summary>Where the channels are in its shapes.</summary>
    public required DataFormat Format { get; init; }

    /// <summary>What the names of its weights in <c>state_dict</c> begin with, for a layer of one module: <c>encoder.conv2d</c>.</summary>
    public required string Module { get; init; }

    /// <summary>The names that stand for a module of their own each in a layer of several modules: depthwise, pointwise.</summary>
    public required Func<string, string> ModuleOf { get; init; }

    /// <summary>Keras's class: <c>Conv2D</c>.</summary>
    public string ClassName => Layer.ClassName;

    /// <summary>The numbers of a setting; <see langword="null"/> where it is as it is usually.</summary>
    public IReadOnlyList<double>? Numbers(string setting) => Layer.Settings.FirstOrDefault(other => other.Name == setting)?.Numbers;

    /// <summary>An argument as the attribute gives it; <see langword="null"/> if it does not, or gives Keras's default.</summary>
    public LayerSetting? Argument(string name) => Layer.Arguments.FirstOrDefault(argument => argument.Name == name);

    /// <summary>The word of a setting; <see langword="null"/> where it is as it is usually.</summary>
    public string? Word(string setting) => Layer.Settings.FirstOrDefault(other => other.Name == setting)?.Word;
}
