namespace CnnGen;

/// <summary>Measures a model on a data set.</summary>
public static class Evaluation
{
    /// <summary>Loss and metrics over all images, in inference mode.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">Images with labels that fit the model.</param>
    /// <param name="batchSize">Images in one go; changes the speed, not the result.</param>
    /// <param name="cancellationToken">Looked at between batches.</param>
    public static EvaluationResult Evaluate(
        ITrainableModel model, ImageDataset data, int batchSize = 256, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        DataCheck.Data(model.Architecture, data);
        DataCheck.Labels(model, data);
        return Evaluate(model, data, new BatchBuffer(data, batchSize), cancellationToken);
    }

    /// <summary>Which classes are taken for which.</summary>
    /// <param name="model">A model that gives one value a class.</param>
    /// <param name="data">Images with class indices.</param>
    /// <param name="batchSize">Images in one go.</param>
    public static ConfusionMatrix Confusion(ICnnModel model, ImageDataset data, int batchSize = 256)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.LabelKind != LabelKind.ClassIndex)
        {
            throw new CnnGenException($"A confusion matrix needs a class index for each image; this data set has labels of the kind {data.LabelKind}.");
        }

        var matrix = new ConfusionMatrix(data.Classes);
        IReadOnlyList<Prediction> predictions = Inference.Predict(model, data, batchSize);
        for (int i = 0; i < data.Count; i++)
        {
            matrix.Add(data.LabelOf(i), predictions[i].Label);
        }

        return matrix;
    }

    internal static EvaluationResult Evaluate(
        ITrainableModel model, ImageDataset data, BatchBuffer buffer, CancellationToken cancellationToken)
    {
        var means = new RunningMeans(model.Settings.Metrics);
        for (int start = 0; start < data.Count; start += buffer.Capacity)
        {
            cancellationToken.ThrowIfCancellationRequested();
            means.Add(model.Evaluate(buffer.Fill(start, Math.Min(buffer.Capacity, data.Count - start))));
        }

        return means.ToEvaluation();
    }
}
