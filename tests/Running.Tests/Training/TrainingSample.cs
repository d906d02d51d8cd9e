namespace CnnGen.Generator.Tests;

/// <summary>Thirteen pictures of 2×2 with labels, for a network of one dense layer, and what that network gives for them.</summary>
internal sealed class TrainingSample : IDisposable
{
    private const int Count = 13;
    private const int Pixels = 4;

    private readonly byte[] _pixels = new byte[Count * Pixels];

    private TrainingSample(string last, string data, string training, int outputs, bool hasIndices, Func<Random, int, float[]> targets, string methods = "", string declarations = "")
    {
        TorchSharp.torch.manual_seed(5);
        Model = LoadedModel.Load(Declaration(last, data, training, methods) + declarations);
        var random = new Random(8);
        random.NextBytes(_pixels);
        Targets = [.. Enumerable.Range(0, Count).Select(_ => targets(random, outputs).Select(value => (double)value).ToArray())];
        Data = hasIndices
            ? ImageDataset.FromLabels(2, 2, 1, Math.Max(2, outputs), _pixels, Targets.Select(IndexOf).ToArray())
            : ImageDataset.FromTargets(2, 2, 1, outputs, KindOf(data), _pixels, Targets.SelectMany(row => row).Select(value => (float)value).ToArray());
        float[] given = new float[Count * outputs];
        Model.Model.Predict(new BatchBuffer(Data, Count).Fill(0, Count), [given]);
        Outputs = [.. given.Chunk(outputs).Select(row => row.Select(value => (double)value).ToArray())];
    }

    public LoadedModel Model { get; }

    public ImageDataset Data { get; }

    /// <summary>What the network gives for each picture, after its last activation.</summary>
    public double[][] Outputs { get; }

    /// <summary>Numbers, or 1 at the right class; of one unit 0 or 1.</summary>
    public double[][] Targets { get; }

    /// <summary>Each picture's pixels from 0 to 1.</summary>
    public double[][] Pictures => [.. _pixels.Chunk(Pixels).Select(picture => picture.Select(pixel => pixel / 255.0).ToArray())];

    public static TrainingSample OfNumbers(string last, string training, int outputs = 3, string methods = "", string declarations = "") => new(
        last, $"Classes = {outputs}, Labels = LabelKind.Number", training, outputs, hasIndices: false,
        (random, width) => [.. Enumerable.Range(0, width).Select(_ => (random.NextSingle() * 2) + 0.1f)], methods, declarations);

    public static TrainingSample OfClasses(string last, string training, int classes = 4) =>
        new(last, $"Classes = {classes}", training, classes, hasIndices: true, OneHot);

    public static TrainingSample OfOneHot(string last, string training, int classes = 4) =>
        new(last, $"Classes = {classes}, Labels = LabelKind.OneHot", training, classes, hasIndices: false, OneHot);

    public static TrainingSample OfTwoClasses(string last, string training, string methods = "") =>
        new(last, "Classes = 2", training, 1, hasIndices: true, (random, _) => [random.Next(2)], methods);

    public static string Declaration(string last, string data, string training, string methods = "") => $$"""
        [Model]
        [Input(2, 2, 1)]
        [Flatten]
        {{last}}
        [Training<Pictures>({{training}})]
        public partial class Cnn { {{methods}} }

        [ImageData(2, 2, 1, {{data}})]
        internal sealed class Pictures { }

        """.Replace("()]", "]");

    public void Dispose() => Model.Dispose();

    /// <summary>The data set in batches that do not come out even.</summary>
    public EvaluationResult Evaluate(int batchSize = 5) => Evaluation.Evaluate(Model.Trainable, Data, batchSize);

    private static LabelKind KindOf(string data) => data.Contains("Number") ? LabelKind.Number : LabelKind.OneHot;

    private static int IndexOf(double[] row) => row.Length == 1 ? (int)row[0] : Array.IndexOf(row, 1);

    private static float[] OneHot(Random random, int classes)
    {
        float[] row = new float[classes];
        row[random.Next(classes)] = 1;
        return row;
    }
}
