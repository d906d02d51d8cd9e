namespace CnnGen.Benchmarks.Picture;

/// <summary>Looks at a training at moments that lie close together in the beginning, when most is learnt, and ever farther apart.</summary>
internal sealed class Recorder : TrainingCallback
{
    private const int Columns = 12;

    private readonly DigitReader _network;
    private readonly ImageDataset _unseen;
    private readonly ImageDataset _wall;
    private readonly List<Frame> _frames = [];
    private readonly List<double> _losses = [];
    private HashSet<long> _moments = [];
    private TrainingRun? _run;

    public Recorder(DigitReader network, ImageDataset unseen)
    {
        _network = network;
        _unseen = unseen;
        int[] rows = [.. Enumerable.Range(0, unseen.Classes).SelectMany(
            label => Enumerable.Range(0, unseen.Count).Where(index => unseen.Labels[index] == label).Take(Columns))];
        _wall = unseen.Select(rows);
    }

    public Recording Recording => new(_wall, _unseen.Count, _run!.Images, _run.Settings.Epochs, _frames, _losses);

    public override void OnTrainingStart(TrainingRun run)
    {
        _run = run;
        _moments = [.. Enumerable.Range(0, Timeline.Frames).Select(frame => Timeline.StepOf(frame, run.StepsInAll))];
        Look(0);
    }

    public override void OnBatchEnd(TrainingRun run)
    {
        _losses.Add(run.LastBatch.Loss);
        if (_moments.Contains(run.StepsDone))
        {
            Look(run.StepsDone);
        }
    }

    private void Look(long step)
    {
        EvaluationResult measured = _network.Evaluate(_unseen);
        _frames.Add(new Frame(step, measured.Loss, measured.Accuracy!.Value, _network.Predict(_wall), LayerMaps.Of(_network, _wall)));
    }
}
