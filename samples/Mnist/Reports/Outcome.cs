namespace CnnGen.Samples.Mnist.Reports;

/// <summary>What is known of a model once it has been trained.</summary>
/// <param name="Name">The model.</param>
/// <param name="Architecture">Its layers, as the compiler found them.</param>
/// <param name="ImagesPerSecond">Training speed, evaluation left out.</param>
/// <param name="FirstEpochTrainingAccuracy">Accuracy on the training digits during the first epoch.</param>
/// <param name="FirstEpochAccuracy">Validation accuracy after the first epoch.</param>
/// <param name="LastEpochAccuracy">Validation accuracy after the last epoch.</param>
/// <param name="Accuracy">Test accuracy after the last epoch.</param>
/// <param name="TestImages">What the test accuracies are shares of.</param>
/// <param name="Epochs">How many times the training digits were gone through.</param>
internal sealed record Outcome(
    string Name,
    ModelSummary Architecture,
    double ImagesPerSecond,
    double FirstEpochTrainingAccuracy,
    double FirstEpochAccuracy,
    double LastEpochAccuracy,
    double Accuracy,
    int TestImages,
    int Epochs)
{
    /// <summary>The first Dense layer, where the flattened maps go in.</summary>
    public LayerSummary FirstDense => Architecture.Layers.First(layer => layer.ClassName == "Dense");

    /// <summary>How much of all parameters the first Dense layer holds.</summary>
    public double FirstDenseShare => (double)FirstDense.Parameters / Architecture.TotalParameters;

    /// <summary>Height, width and channels of the last map before it is flattened.</summary>
    public IReadOnlyList<int> LastMap => Architecture.Layers.Last(layer => layer.OutputShape.Count == 3).OutputShape;

    /// <summary>The last map's size as people write it: <c>22×22</c>.</summary>
    public string LastMapSize => $"{LastMap[0]}×{LastMap[1]}";
}
