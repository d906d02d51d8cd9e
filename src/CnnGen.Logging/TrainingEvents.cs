using Microsoft.Extensions.Logging;

namespace CnnGen.Logging;

/// <summary>The events of a training, with their ids and words. The order of the values is that of the words.</summary>
internal static partial class TrainingEvents
{
    [LoggerMessage(EventId = 1, EventName = "TrainingStarted", Level = LogLevel.Information,
        Message = "Training of {Model} starts: {Epochs} epochs of {Steps} steps, {Images} images, batch size {BatchSize}, {Optimizer} at learning rate {LearningRate}, seed {Seed}")]
    public static partial void Started(
        ILogger logger, string model, int epochs, int steps, int images, int batchSize, Optimizer optimizer, double learningRate, int seed);

    [LoggerMessage(EventId = 2, EventName = "TrainingResumed", Level = LogLevel.Information,
        Message = "Training of {Model} goes on after {EpochsDone} of {Epochs} epochs, step {StepsDone} of {StepsInAll}, at learning rate {LearningRate}, seed {Seed}")]
    public static partial void Resumed(
        ILogger logger, string model, int epochsDone, int epochs, long stepsDone, long stepsInAll, double learningRate, int seed);

    [LoggerMessage(EventId = 3, EventName = "EpochEnded", Level = LogLevel.Information,
        Message = "Epoch {Epoch} of {Epochs}: loss {Loss}, {Measures}; learning rate {LearningRate}, {Seconds} s, {ImagesPerSecond} images/s")]
    public static partial void EpochEnded(
        ILogger logger, int epoch, int epochs, double loss, string measures, double learningRate, double seconds, double imagesPerSecond);

    [LoggerMessage(EventId = 4, EventName = "TrainingEnded", Level = LogLevel.Information,
        Message = "Training of {Model} ends after {Epochs} epochs and {Seconds} s: {Reason}")]
    public static partial void Ended(ILogger logger, string model, int epochs, double seconds, string reason);

    [LoggerMessage(EventId = 5, EventName = "TrainingFailed", Level = LogLevel.Error,
        Message = "Training of {Model} failed in epoch {Epoch}, step {Step}")]
    public static partial void Failed(ILogger logger, Exception exception, string model, int epoch, int step);

    [LoggerMessage(EventId = 6, EventName = "StepsEnded", Level = LogLevel.Debug,
        Message = "Epoch {Epoch} of {Epochs}, step {Step} of {Steps}: loss {Loss}, {Measures}; learning rate {LearningRate}")]
    public static partial void StepsEnded(
        ILogger logger, int epoch, int epochs, int step, int steps, double loss, string measures, double learningRate);
}
