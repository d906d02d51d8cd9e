namespace CnnGen.Tests.Reports;

/// <summary>A classifier of 4×4 grey images into three classes that says what it is told to: the class is one pixel's value.</summary>
internal sealed class Guesser : ICnnModel<Prediction>
{
    public const int Classes = 3;

    private readonly Func<float, float[]> _says;

    /// <param name="says">The probabilities, by the first pixel of an image (from 0 to 1).</param>
    /// <param name="layers">Its rows; left out, a flattened image and a dense layer.</param>
    /// <param name="weights">Its weights; left out, those of the dense layer.</param>
    public Guesser(Func<float, float[]> says, IReadOnlyList<LayerSummary>? layers = null, IReadOnlyList<Weight>? weights = null)
    {
        _says = says;
        Architecture = new ModelSummary("guesser", layers ?? [Row("flatten", "Flatten", [16]), Row("dense", "Dense", [Classes], "flatten") with { Settings = [new LayerSetting("activation", "Softmax")] }], [4, 4, 1]);
        Weights = weights ?? [new Weight("dense.weight", [Classes, 16], new float[48]), new Weight("dense.bias", [Classes], new float[Classes])];
    }

    /// <param name="says">The probabilities, by the first pixel of an image (from 0 to 1).</param>
    /// <param name="summary">What it is made of.</param>
    public Guesser(Func<float, float[]> says, ModelSummary summary)
        : this(says) => Architecture = summary;

    public ModelSummary Architecture { get; }

    public IReadOnlyList<DataInput> Inputs { get; } = [new DataInput("image", 4, 4, 1)];

    public IReadOnlyList<NetworkOutput> Outputs { get; } = [new NetworkOutput("dense", PredictionKind.Probabilities, Classes)];

    private IReadOnlyList<Weight> Weights { get; }

    /// <summary>A row of a summary, of a layer that reads the one that is named.</summary>
    public static LayerSummary Row(string name, string className, int[] shape, params string[] inputs) => new(name, className, shape, 51, 51, 48, 12, 4, inputs);

    /// <summary>Images whose first pixel says what their class is taken for, one for each pair.</summary>
    public static ImageDataset Data(params (int Actual, int TakenFor)[] pairs)
    {
        var pixels = new byte[16 * pairs.Length];
        for (int i = 0; i < pairs.Length; i++)
        {
            pixels[16 * i] = (byte)pairs[i].TakenFor;
            pixels[(16 * i) + 5] = (byte)(i + 1);
        }

        return ImageDataset.FromLabels(4, 4, 1, Classes, pixels, pairs.Select(static pair => pair.Actual).ToArray());
    }

    /// <summary>92 % for the class that the first pixel names, 4 % for each other.</summary>
    public static float[] Sure(float pixel) => [.. Enumerable.Range(0, Classes).Select(label => label == (int)MathF.Round(pixel * 255) ? 0.92f : 0.04f)];

    public IReadOnlyList<Weight> GetWeights() => Weights;

    public void SetWeights(IReadOnlyList<Weight> weights) => throw new NotSupportedException();

    public void Predict(Batch batch, IReadOnlyList<Memory<float>> outputs)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            _says(batch.Inputs[0].Span[16 * i]).CopyTo(outputs[0].Span[(i * Classes)..]);
        }
    }

    public Prediction Read(OutputValues values) => values.Class(0);

    public void Dispose()
    {
    }
}
