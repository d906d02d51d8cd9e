using TorchSharp;

namespace CnnGen.Samples.Mnist.Training;

/// <summary>What a training is asked for; what is null comes from the model's own attribute.</summary>
internal sealed record TrainingRequest
{
    public required ModelEntry Model { get; init; }

    public required Digits Digits { get; init; }

    public int? Epochs { get; init; }

    public int? BatchSize { get; init; }

    public double? LearningRate { get; init; }

    public int? Seed { get; init; }

    /// <summary>A folder for everything that is written, or null to write nothing.</summary>
    public string? Out { get; init; }

    public bool Resume { get; init; }

    /// <summary>Gets the trained model and its history before the model is disposed of.</summary>
    public Action<ITrainableModel<Prediction>, TrainingHistory>? Trained { get; init; }
}

/// <summary>Trains one model and shows how it goes.</summary>
internal static class Trainer
{
    /// <summary>Trains to the end.</summary>
    /// <exception cref="CnnGenException">The training diverged or was interrupted; the message says what was kept.</exception>
    public static TrainingHistory Train(TrainingRequest request, CancellationToken cancellation)
    {
        if (request.Seed is { } seed)
        {
            torch.manual_seed(seed);
        }

        using var model = request.Model.Create();
        var folder = request.Out is null ? null : new OutputFolder(request.Out, request.Model);
        try
        {
            var history = TrainingProgress.Show(progress => TrainingLoop.Fit(model, request.Digits.Train, Options(request, progress, folder, cancellation)));
            request.Trained?.Invoke(model, history);
            return history;
        }
        catch (DivergedException e)
        {
            throw new CnnGenException($"{e.Message} {Kept(folder)}", e);
        }
        catch (OperationCanceledException e)
        {
            throw new CnnGenException($"The training of {request.Model.Name} was interrupted. {Kept(folder)}{(folder is null ? "" : " Add --resume to go on from there.")}", e);
        }
    }

    private static TrainingOptions Options(TrainingRequest request, TrainingCallback progress, OutputFolder? folder, CancellationToken cancellation) => new()
    {
        Validation = request.Digits.Test,
        Epochs = request.Epochs,
        BatchSize = request.BatchSize,
        LearningRate = request.LearningRate,
        Seed = request.Seed,
        Callbacks = folder is null ? [progress] : [progress, new CsvLog(folder.HistoryPath), folder],
        CheckpointDirectory = request.Out,
        Resume = request.Resume,
        CancellationToken = cancellation,
    };

    private static string Kept(OutputFolder? folder) => folder switch
    {
        null => "Nothing was kept; add --out DIR to keep weights and checkpoints.",
        { EpochsKept: null } => "Nothing was written.",
        { EpochsKept: 0 } => $"{folder.WeightsPath} holds the start weights.",
        { EpochsKept: var epochs } => $"{folder.WeightsPath} holds the weights after epoch {epochs}.",
    };
}
