namespace CnnGen;

/// <summary>What a network gives for one example, an output after the other: what generated code makes predictions of.</summary>
public readonly struct OutputValues
{
    private readonly IReadOnlyList<NetworkOutput> _outputs;
    private readonly IReadOnlyList<Memory<float>> _batch;
    private readonly int _example;

    internal OutputValues(IReadOnlyList<NetworkOutput> outputs, IReadOnlyList<Memory<float>> batch, int example) =>
        (_outputs, _batch, _example) = (outputs, batch, example);

    /// <summary>One class of several.</summary>
    /// <param name="output">Which output.</param>
    public Prediction Class(int output) => new(Numbers(output), _outputs[output].Kind);

    /// <summary>Any of several classes.</summary>
    /// <param name="output">Which output.</param>
    public LabelsPrediction Labels(int output) => new(Numbers(output), _outputs[output].Kind);

    /// <summary>A number.</summary>
    /// <param name="output">Which output.</param>
    public float Number(int output) => Span(output)[0];

    /// <summary>Numbers.</summary>
    /// <param name="output">Which output.</param>
    public float[] Numbers(int output) => Span(output).ToArray();

    /// <summary>A class for each position.</summary>
    /// <param name="output">Which output.</param>
    public ClassMap ClassMap(int output) => new(_outputs[output].Shape, Numbers(output), _outputs[output].Kind);

    /// <summary>Numbers for each position.</summary>
    /// <param name="output">Which output.</param>
    public ValueMap ValueMap(int output) => new(_outputs[output].Shape, Numbers(output));

    private ReadOnlySpan<float> Span(int output) => _batch[output].Span.Slice(_example * _outputs[output].Size, _outputs[output].Size);
}
