using Spectre.Console;

namespace CnnGen.Terminal;

/// <summary>
/// Shows a training: on a terminal as curves of loss and accuracy, bars, images a second, time left and learning rate, redrawn by a thread
/// of its own at most ten times a second, with the keys <c>q</c> (stop and save) and <c>s</c> (save a checkpoint); as plain lines where the output goes to a
/// file or a pipe. Add it to <see cref="TrainingOptions.Callbacks"/> and dispose it when the training is over.
/// </summary>
/// <param name="console">Where it is shown.</param>
public sealed class LiveView(IAnsiConsole console) : TrainingCallback, IDisposable
{
    private TrainingCallback? _shown;

    /// <summary>A view on this program's own terminal, or standard output.</summary>
    public LiveView() : this(AnsiConsole.Console)
    {
    }

    /// <summary>How it is shown. Default: live on a terminal, else plain lines.</summary>
    public ViewMode Mode { get; init; }

    /// <inheritdoc/>
    public override void OnTrainingStart(TrainingRun run)
    {
        Dispose();
        _shown = Choose();
        _shown?.OnTrainingStart(run);
    }

    /// <inheritdoc/>
    public override void OnEpochStart(TrainingRun run) => _shown?.OnEpochStart(run);

    /// <inheritdoc/>
    public override void OnBatchEnd(TrainingRun run) => _shown?.OnBatchEnd(run);

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun run, EpochResult result) => _shown?.OnEpochEnd(run, result);

    /// <inheritdoc/>
    public override void OnTrainingEnd(TrainingRun run)
    {
        _shown?.OnTrainingEnd(run);
        Dispose();
    }

    /// <inheritdoc/>
    public override void OnTrainingFailed(TrainingRun run, Exception exception) => Dispose();

    /// <summary>Ends the view; what was drawn last stays, and the cursor stands below it.</summary>
    public void Dispose()
    {
        (_shown as IDisposable)?.Dispose();
        _shown = null;
    }

    private TrainingCallback? Choose() => Mode switch
    {
        ViewMode.Live => new Live.Painting(console),
        ViewMode.Auto when CanBeDrawnOn() => new Live.Painting(console),
        ViewMode.Auto or ViewMode.Plain => new PlainLines(console.Profile.Out.Writer),
        ViewMode.Json => new JsonLinesLog(Console.OpenStandardOutput()),
        _ => null,
    };

    private bool CanBeDrawnOn() =>
        console.Profile.Out.IsTerminal && console.Profile.Capabilities is { Ansi: true, Interactive: true };
}
