using System.Diagnostics;
using Spectre.Console;

namespace CnnGen.Terminal.Live;

/// <summary>
/// Draws the training on a thread of its own. The training thread leaves a <see cref="Moment"/> only when the drawing thread asks for one,
/// and looks whether a key was pressed; neither ever waits for the other, but at the end.
/// </summary>
internal sealed class Painting(IAnsiConsole console) : TrainingCallback, IDisposable
{
    private const string KeysLine = "q stop and save   s save a checkpoint";

    // At most ten pictures a second; five are enough for the eye, and keys are looked for as often.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch _clock = new();
    private readonly ManualResetEventSlim _over = new();
    private Observer? _observer;
    private Thread? _thread;
    private Moment? _moment;
    private volatile bool _isMomentWanted;
    private volatile bool _isStopWanted;
    private volatile bool _isCheckpointWanted;

    /// <summary>Pictures drawn so far.</summary>
    internal int Pictures { get; private set; }

    public override void OnTrainingStart(TrainingRun run)
    {
        _observer = new Observer(run);
        _moment = _observer.Look(run);
        _clock.Start();
        Console.CancelKeyPress += ShowCursor;
        _thread = new Thread(Draw) { IsBackground = true, Name = "CnnGen live view" };
        _thread.Start();
    }

    public override void OnEpochStart(TrainingRun run) => _observer?.StartEpoch();

    public override void OnBatchEnd(TrainingRun run)
    {
        _observer?.EndStep(run);
        Answer(run);
    }

    public override void OnEpochEnd(TrainingRun run, EpochResult result)
    {
        _observer?.EndEpoch();
        Answer(run);
    }

    // The last picture is of the end.
    public override void OnTrainingEnd(TrainingRun run) => Volatile.Write(ref _moment, _observer?.Look(run));

    /// <summary>Draws the last picture, without the keys, and gives the terminal back.</summary>
    public void Dispose()
    {
        if (_thread is null)
        {
            return;
        }

        _over.Set();
        _thread.Join();
        _thread = null;
        Console.CancelKeyPress -= ShowCursor;
        _over.Dispose();
    }

    private void Answer(TrainingRun run)
    {
        if (_isMomentWanted)
        {
            _isMomentWanted = false;
            Volatile.Write(ref _moment, _observer!.Look(run));
        }

        if (_isCheckpointWanted)
        {
            _isCheckpointWanted = false;
            run.RequestCheckpoint();
        }

        if (_isStopWanted)
        {
            run.RequestCheckpoint();
            run.Stop("stopped by q");
        }
    }

    private void Draw()
    {
        try
        {
            var picture = new Picture { Moment = _moment!, Keys = KeysLine, MayUseUnicode = Environment.GetEnvironmentVariable("TERM") != "linux" };
            console.Cursor.Hide();
            try
            {
                Draw(picture);
                console.WriteLine();
            }
            finally
            {
                console.Cursor.Show();
            }
        }
        catch (Exception)
        {
            // A terminal that goes away, or is in somebody else's hands, is no reason to end a training.
        }
    }

    private void Draw(Picture picture)
    {
        (int, int) size = Size();
        bool isOver = false;
        while (!isOver)
        {
            isOver = _over.Wait(Interval);
            picture.Keys = isOver ? null : ReadKeys(picture.Keys!);
            picture.Moment = Volatile.Read(ref _moment)!;
            picture.Elapsed = _clock.Elapsed;
            _isMomentWanted = true;
            if (Size() != size)
            {
                // The terminal has broken the lines of the picture anew: there is no telling where it begins.
                size = Size();
                picture.Rows = 0;
                console.Clear(home: true);
            }

            console.Write(picture);
            Pictures++;
        }
    }

    private (int Width, int Height) Size() => (console.Profile.Width, console.Profile.Height);

    private string ReadKeys(string before)
    {
        string line = before;
        while (IsKeyThere() && console.Input.ReadKey(intercept: true) is { } key)
        {
            switch (char.ToLowerInvariant(key.KeyChar))
            {
                case 'q':
                    _isStopWanted = true;
                    line = "stops after this step";
                    break;
                case 's' when !_isStopWanted:
                    _isCheckpointWanted = true;
                    line = KeysLine + "   checkpoint asked for at " + Words.Time(_clock.Elapsed);
                    break;
            }
        }

        return line;
    }

    // With its input redirected a program has no keys.
    private bool IsKeyThere()
    {
        try
        {
            return console.Input.IsKeyAvailable();
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // Where nobody handles Ctrl+C the process ends at once, with the cursor hidden.
    private void ShowCursor(object? sender, ConsoleCancelEventArgs arguments) => console.Cursor.Show();
}
