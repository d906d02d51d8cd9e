namespace CnnGen;

/// <summary>Finds a learning rate by trying many, one a step, from far too small to far too large.</summary>
public static class LearningRateFinder
{
    // The mean loss keeps this much of itself in a step.
    private const double Smoothing = 0.9;

    // Where the loss is this many times the least one, nothing better follows.
    private const double GivenUp = 4;

    /// <summary>
    /// Trains for some steps with a learning rate that grows from step to step, and looks where the loss falls. Weights, and the state of chance, are as before
    /// afterwards. As fastai's <c>lr_find</c>, after L. N. Smith, <i>Cyclical learning rates for training neural networks</i>, 2017.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="data">Examples to train with.</param>
    /// <param name="steps">How many rates are tried, at least 10.</param>
    /// <param name="from">The smallest rate.</param>
    /// <param name="to">The largest rate.</param>
    /// <exception cref="CnnGenException">The data does not fit, or the loss does not fall at any rate.</exception>
    public static LearningRateCurve FindLearningRate(this ITrainableModel model, Dataset data, int steps = 100, double from = 1e-6, double to = 10)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 10);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(from);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        DataMapping mapping = DataCheck.Data(model, data, withTargets: true);
        DataCheck.Targets(model, data, mapping);
        IReadOnlyList<Weight> weights = model.GetWeights();
        using IModelTrainer trainer = model.CreateTrainer(from);
        byte[] chance = trainer.RandomState;
        try
        {
            return new LearningRateCurve(model.Architecture.Name, Try(model, trainer, data, mapping, steps, from, to));
        }
        finally
        {
            model.SetWeights(weights);
            trainer.RestoreRandomState(chance);
        }
    }

    private static List<LearningRatePoint> Try(
        ITrainableModel model, IModelTrainer trainer, Dataset data, DataMapping mapping, int steps, double from, double to)
    {
        List<LearningRatePoint> points = [];
        double mean = 0;
        double least = double.PositiveInfinity;
        foreach (Batch batch in Batches(model, data, mapping, steps))
        {
            double rate = from * Math.Pow(to / from, (double)points.Count / (steps - 1));
            trainer.LearningRate = rate;
            double loss = trainer.Step(batch, TrainingStep.Whole, Shuffle.StepSeed(0, 1, points.Count)).Loss;
            if (!double.IsFinite(loss))
            {
                break;
            }

            mean = (Smoothing * mean) + ((1 - Smoothing) * loss);
            double smooth = mean / (1 - Math.Pow(Smoothing, points.Count + 1));
            points.Add(new LearningRatePoint(rate, loss, smooth));
            least = Math.Min(least, smooth);
            if (smooth > GivenUp * least)
            {
                break;
            }
        }

        return points;
    }

    // As in training, in a new order each time that the data is gone through.
    private static IEnumerable<Batch> Batches(ITrainableModel model, Dataset data, DataMapping mapping, int steps)
    {
        int size = model.Settings.BatchSize;
        var feed = new BatchFeed(data, mapping, CnnGen.Batches.Largest(data.Count, size), model) { ClassWeights = ClassBalance.Of(model, data) };
        int[] order = CnnGen.Batches.InOrder(data);
        for (int epoch = 1; steps > 0; epoch++)
        {
            Shuffle.Fill(order, model.Settings.Seed ?? 0, epoch);
            foreach (Batch batch in feed.Read(order, start => CnnGen.Batches.CountAt(start, order.Length, size), epoch))
            {
                yield return batch;
                if (--steps == 0)
                {
                    yield break;
                }
            }
        }
    }
}
