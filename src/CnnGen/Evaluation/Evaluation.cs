namespace CnnGen;

/// <summary>Measures a model on a data set.</summary>
public static class Evaluation
{
    /// <summary>Loss and metrics over all examples, in inference mode, batch by batch: another thread may train in between.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">Examples with targets that fit the model.</param>
    /// <param name="batchSize">Examples in one go; changes the speed, not the result.</param>
    /// <param name="cancellationToken">Looked at between batches.</param>
    /// <exception cref="CnnGenException">The data does not fit the model.</exception>
    public static EvaluationResult Evaluate(
        ITrainableModel model, Dataset data, int batchSize = 256, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        DataMapping mapping = DataCheck.Data(model, data, withTargets: true);
        DataCheck.Targets(model, data, mapping);
        return Evaluate(model, data, new BatchFeed(data, mapping, batchSize, model), cancellationToken);
    }

    /// <summary>Which classes are taken for which. <see cref="Interpretation.Interpret"/> says more.</summary>
    /// <param name="model">A model that tells classes apart.</param>
    /// <param name="data">Examples with a class index each.</param>
    /// <param name="batchSize">Examples in one go.</param>
    /// <exception cref="CnnGenException">The data has no class indices, or the model gives no classes.</exception>
    public static ConfusionMatrix Confusion(ICnnModel<Prediction> model, Dataset data, int batchSize = 256)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        DataTarget target = ClassTarget(data);
        return ConfusionMatrix.Of(Interpretation.Results(model, data, target, batchSize), target.Classes);
    }

    /// <summary>The one target of data whose examples have a class each.</summary>
    internal static DataTarget ClassTarget(Dataset data)
    {
        if (data.Targets is [{ Kind: LabelKind.ClassIndex, Positions: 1 } target])
        {
            return target;
        }

        string given = data.Targets.Count == 1 ? $"labels of the kind {data.Targets[0].Kind}" : $"{data.Targets.Count} targets";
        throw new CnnGenException($"What is taken for what needs a class index for each example; this data set has {given}.");
    }

    internal static EvaluationResult Evaluate(ITrainableModel model, Dataset data, BatchFeed feed, CancellationToken cancellationToken)
    {
        var means = new RunningMeasures(model.Measures);
        foreach (Batch batch in feed.Read(Batches.InOrder(data), start => Math.Min(feed.Capacity, data.Count - start)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            means.Add(model.Evaluate(batch));
        }

        return means.ToEvaluation();
    }
}
