using CnnGen.Logging;
using Microsoft.Extensions.Logging;

namespace CnnGen.Tests;

public sealed class TrainingLogTests
{
    [Fact]
    public void A_training_is_told_by_events_with_ids_and_values()
    {
        var logger = new Kept();

        TrainingHistory history = TrainingLoop.Fit(
            new SoftmaxRegression { Metrics = Metrics.Accuracy },
            Data.Quarters(24),
            new TrainingOptions { Epochs = 2, Validation = Data.Quarters(6), Callbacks = [new TrainingLog(logger) { EverySteps = 2 }] });

        logger.Entries.Select(entry => (entry.Id.Id, entry.Id.Name, entry.Level)).ShouldBe(
        [
            (1, "TrainingStarted", LogLevel.Information),
            (6, "StepsEnded", LogLevel.Debug),
            (3, "EpochEnded", LogLevel.Information),
            (6, "StepsEnded", LogLevel.Debug),
            (6, "StepsEnded", LogLevel.Debug),
            (3, "EpochEnded", LogLevel.Information),
            (4, "TrainingEnded", LogLevel.Information),
        ]);
        logger.Entries[0].Text.ShouldBe(
            "Training of softmax_regression starts: 2 epochs of 3 steps, 24 images, batch size 8, SGD at learning rate 0.5, seed 1");
        IReadOnlyDictionary<string, object?> epoch = logger.Entries[5].Values;
        epoch["Epoch"].ShouldBe(2);
        epoch["Loss"].ShouldBe(history.Last!.Loss);
        epoch["Measures"].ShouldBeOfType<string>().ShouldMatch("^accuracy [^,]+, val_loss [^,]+, val_accuracy [^,]+$");
        logger.Entries[6].Text.ShouldEndWith("s: all epochs are over");
    }

    [Fact]
    public void A_resumed_training_says_where_it_goes_on()
    {
        var logger = new Kept();

        new DrivenTraining().Resume(new TrainingLog(logger), 7, null);

        logger.Entries[0].Text.ShouldBe("Training of softmax_regression goes on after 1 of 3 epochs, step 7 of 15, at learning rate 0.5, seed 1");
    }

    [Fact]
    public void A_failure_comes_with_its_exception()
    {
        var logger = new Kept();
        var log = new TrainingLog(logger);
        var training = new DrivenTraining();
        training.Until(log, 7);
        var failure = new InvalidOperationException("broken");

        log.OnTrainingFailed(training.Last, failure);

        logger.Entries[^1].Level.ShouldBe(LogLevel.Error);
        logger.Entries[^1].Exception.ShouldBe(failure);
        logger.Entries[^1].Text.ShouldBe("Training of softmax_regression failed in epoch 2, step 2");
    }

    [Fact]
    public void What_is_not_enabled_is_not_written()
    {
        var logger = new Kept { Least = LogLevel.Warning };

        new DrivenTraining().Whole(new TrainingLog(logger) { EverySteps = 1 });

        logger.Entries.ShouldBeEmpty();
    }

    private sealed record Entry(LogLevel Level, EventId Id, string Text, Exception? Exception, IReadOnlyDictionary<string, object?> Values);

    private sealed class Kept : ILogger
    {
        public List<Entry> Entries { get; } = [];

        public LogLevel Least { get; init; } = LogLevel.Trace;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= Least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Add(new Entry(
                logLevel, eventId, formatter(state, exception), exception, ((IEnumerable<KeyValuePair<string, object?>>)state!).ToDictionary()));
    }
}
