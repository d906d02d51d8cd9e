namespace CnnGen.Samples.DrawADigit;

/// <summary>Reads digits. Any number of threads may ask at once.</summary>
public sealed class DigitReader : IDisposable
{
    /// <summary>Rows and columns of what the network sees.</summary>
    public const int Side = 28;

    /// <summary>Values of what the network sees.</summary>
    public const int Pixels = Side * Side;

    private readonly DigitCnn _digits = new();
    private readonly DigitMaps _maps = new();

    private DigitReader()
    {
    }

    /// <summary>What the network is.</summary>
    public static NetworkFacts Facts { get; } = new(
        DigitCnn.ParameterCount,
        DigitCnn.MultiplyAdds,
        DigitCnn.Summary,
        ["strokes", "bends", "corners", "arcs", "parts"]);

    /// <summary>A reader with the weights of a file.</summary>
    /// <exception cref="CnnGenException">The file is missing, damaged, or of another network.</exception>
    public static DigitReader Open(string path) => Make(network => WeightFile.Load(network, path));

    /// <summary>A reader with a copy of the weights of a network that was just trained.</summary>
    public static DigitReader Of(DigitCnn trained)
    {
        IReadOnlyList<Weight> weights = ((INetwork)trained).GetWeights();
        return Make(network => WeightFile.Assign(network, weights, "the trained network"));
    }

    /// <summary>What the digit is.</summary>
    /// <param name="pixels">784 numbers, row by row: 0 for paper, 1 for ink.</param>
    public Reading Read(ReadOnlyMemory<float> pixels) => Answer(_digits.Predict(pixels));

    /// <summary>What the digit is, and the feature maps on the way.</summary>
    /// <param name="pixels">784 numbers, row by row: 0 for paper, 1 for ink.</param>
    public Reading ReadWithMaps(ReadOnlyMemory<float> pixels)
    {
        DigitMaps.Predictions seen = _maps.Predict(pixels);
        ValueMap[] maps = [seen.EyeStrokes, seen.EyeBends, seen.EyeCorners, seen.EyeArcs, seen.EyeParts];
        return Answer(seen.Digit) with { Layers = [.. maps.Select((map, i) => Quantize(Facts.Layers[i], map))] };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _digits.Dispose();
        _maps.Dispose();
    }

    private static DigitReader Make(Action<INetwork> load)
    {
        var reader = new DigitReader();
        try
        {
            load(reader._digits);
            load(reader._maps);
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private static Reading Answer(Prediction prediction) => new(prediction.Label, prediction.Probability, prediction.Probabilities);

    private static LayerMaps Quantize(string name, ValueMap map)
    {
        ReadOnlySpan<float> values = map.Values.Span;
        float highest = 0;
        foreach (float value in values)
        {
            highest = MathF.Max(highest, value);
        }

        var bytes = new byte[values.Length];
        for (int i = 0; i < bytes.Length && highest > 0; i++)
        {
            bytes[i] = (byte)MathF.Round(values[i] / highest * byte.MaxValue);
        }

        return new LayerMaps(name, map.Shape[0], map.Shape[1], map.Shape[2], highest, bytes);
    }
}
