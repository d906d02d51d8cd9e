using CnnGen.Terminal;
using TorchSharp;

namespace CnnGen.Samples.Mnist.Training;

/// <summary>Trains one model, shows how it goes, and measures it in the end.</summary>
internal static class Trainer
{
    // Moved by a pixel or two and turned by a few degrees, a digit stays what it is.
    private static readonly Augmentation s_smallChanges = new() { Shift = 0.07, Rotate = 10 };

    private const double DefaultCheckpointEvery = 1;

    /// <summary>Trains to the end.</summary>
    /// <exception cref="CnnGenException">The training diverged; the message says what was kept.</exception>
    /// <exception cref="InterruptedException">It was interrupted; the message says what was kept.</exception>
    public static TrainedResult Train(TrainingRequest request, CancellationToken cancellation)
    {
        if (request.Seed is { } seed)
        {
            torch.manual_seed(seed);
        }

        using var model = request.Model.Create();
        using var view = new LiveView { Mode = request.View };
        var folder = request.Out is null ? null : new OutputFolder(request.Out, request.Model);
        try
        {
            var history = TrainingLoop.Fit(model, Data(request), Options(request, view, folder, cancellation));
            if (history.StopReason == StopReason.Cancelled)
            {
                throw new InterruptedException($"The training of {request.Model.Name} was interrupted. {WhereToGoOn(folder)}");
            }

            request.Trained?.Invoke(model, history);
            return new TrainedResult(history, Evaluation.Evaluate(model, request.Digits.Test));
        }
        catch (DivergedException e)
        {
            throw new CnnGenException($"{e.Message} {Kept(folder)}", e);
        }
    }

    private static Dataset Data(TrainingRequest request) =>
        request.Augment ? request.Digits.Train.Augment(s_smallChanges, request.Seed ?? 0) : request.Digits.Train;

    private static TrainingOptions Options(TrainingRequest request, LiveView view, OutputFolder? folder, CancellationToken cancellation) => new()
    {
        Validation = request.Digits.Validation,
        Epochs = request.Epochs,
        BatchSize = request.BatchSize,
        LearningRate = request.LearningRate,
        Seed = request.Seed,
        Schedule = ScheduleOf(request.Schedule),
        Averaging = request.Average is { } decay ? WeightAveraging.Exponential(decay) : null,
        Callbacks =
        [
            view,
            .. request.Patience is { } patience ? [new EarlyStopping { Patience = patience }] : Array.Empty<TrainingCallback>(),
            .. folder is null ? Array.Empty<TrainingCallback>() : [.. folder.Logs, folder],
        ],
        CheckpointDirectory = request.Out,
        CheckpointEvery = Every.Seconds(request.CheckpointEvery ?? DefaultCheckpointEvery),
        Keep = folder is null ? Checkpoints.Last(1) : Checkpoints.Best(Measure.Validation.Accuracy),
        Resume = request.Resume ? Resume.Always : Resume.Never,
        CancellationToken = cancellation,
    };

    private static LearningRateSchedule? ScheduleOf(Schedule? schedule) => schedule switch
    {
        Schedule.Constant => LearningRateSchedule.Constant(),
        Schedule.Step => LearningRateSchedule.Step(),
        Schedule.Exponential => LearningRateSchedule.Exponential(),
        Schedule.Cosine => LearningRateSchedule.Cosine(),
        Schedule.OneCycle => LearningRateSchedule.OneCycle(),
        Schedule.Polynomial => LearningRateSchedule.Polynomial(),
        _ => null,
    };

    private static string WhereToGoOn(OutputFolder? folder) => folder is null
        ? "Nothing was kept; add --out DIR to keep weights and checkpoints."
        : $"{folder.CheckpointPath} holds it up to the last step. Add --resume to go on from there.";

    private static string Kept(OutputFolder? folder) => folder switch
    {
        null => "Nothing was kept; add --out DIR to keep weights and checkpoints.",
        { EpochsKept: null } => "Nothing was written.",
        { EpochsKept: 0 } => $"{folder.WeightsPath} holds the start weights.",
        { EpochsKept: var epochs } => $"{folder.WeightsPath} holds the weights after epoch {epochs}.",
    };
}
