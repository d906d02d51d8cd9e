namespace CnnGen;

/// <summary>Means over the images of all batches so far, whatever the batches' sizes.</summary>
internal sealed class RunningMeans(Metrics metrics)
{
    private double _loss;
    private double _absoluteError;
    private long _correct;
    private long _correctTop5;

    public int Count { get; private set; }

    public double Loss => _loss / Count;

    public double? Accuracy => metrics.HasFlag(Metrics.Accuracy) ? (double)_correct / Count : null;

    public double? Top5Accuracy => metrics.HasFlag(Metrics.Top5Accuracy) ? (double)_correctTop5 / Count : null;

    public double? MeanAbsoluteError => metrics.HasFlag(Metrics.MeanAbsoluteError) ? _absoluteError / Count : null;

    public void Add(in BatchResult result)
    {
        Count += result.Count;
        _loss += result.Loss * result.Count;
        _absoluteError += result.AbsoluteError * result.Count;
        _correct += result.Correct;
        _correctTop5 += result.CorrectTop5;
    }

    public void Clear()
    {
        Count = 0;
        _loss = 0;
        _absoluteError = 0;
        _correct = 0;
        _correctTop5 = 0;
    }

    public EvaluationResult ToEvaluation() => new()
    {
        Count = Count,
        Loss = Loss,
        Accuracy = Accuracy,
        Top5Accuracy = Top5Accuracy,
        MeanAbsoluteError = MeanAbsoluteError,
    };
}
