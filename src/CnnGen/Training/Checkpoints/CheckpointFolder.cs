using System.Globalization;
using System.Text.RegularExpressions;

namespace CnnGen;

/// <summary>The checkpoints of one training: the newest under a name of its own, older ones with their step in theirs, and the best weights.</summary>
internal sealed partial class CheckpointFolder(string directory, int count)
{
    private const string NewestName = "checkpoint.safetensors";
    private const string BestName = "best.safetensors";

    // The step of the newest one; null if there is none, or it is another training's.
    private long? _newest;

    public string Newest { get; } = Path.Combine(directory, NewestName);

    public string Best { get; } = Path.Combine(directory, BestName);

    /// <summary>Forgets what an earlier training left, all but the newest, which the first checkpoint replaces.</summary>
    public void BeginAfresh()
    {
        Change(() =>
        {
            foreach (string path in Older().Select(static older => older.Path).Append(Best).Where(File.Exists).ToList())
            {
                File.Delete(path);
            }
        });
    }

    /// <summary>The checkpoint to go on from: the newest that can be read.</summary>
    /// <param name="model">The model.</param>
    /// <param name="isNeeded">Whether it is an error that there is none.</param>
    /// <param name="warn">Is told of what was passed over.</param>
    /// <exception cref="CnnGenException">There is none that can be read, or it is one of another model.</exception>
    public CheckpointFile? Find(ITrainableModel model, bool isNeeded, Action<string> warn)
    {
        List<string> all = [.. Older().OrderByDescending(static older => older.Step).Select(static older => older.Path)];
        if (File.Exists(Newest))
        {
            all.Insert(0, Newest);
        }

        if (all.Count == 0)
        {
            return isNeeded
                ? throw new CnnGenException($"{Newest} does not exist: there is no training to resume. Train without resuming first.")
                : null;
        }

        CheckpointFile file = ReadFirst(all, model, warn);
        _newest = file.Path == Newest ? file.Record.StepsDone : null;
        return file;
    }

    /// <summary>Writes a checkpoint, and deletes those that are one too many.</summary>
    /// <exception cref="FileWriteException">It cannot be written; what was there before is there still.</exception>
    public void Write(CheckpointState state) => Change(() =>
    {
        if (count > 1 && _newest is { } step && step != state.StepsDone && File.Exists(Newest))
        {
            // A process that is killed right after this leaves the older ones, the youngest of which is then the newest.
            File.Move(Newest, OlderPath(step), overwrite: true);
        }

        state.Write(Newest);
        _newest = state.StepsDone;
        foreach ((string path, _) in Older().OrderByDescending(static older => older.Step).Skip(count - 1).ToList())
        {
            File.Delete(path);
        }
    });

    [GeneratedRegex(@"^checkpoint-(?<step>[0-9]{6,18})\.safetensors$", RegexOptions.CultureInvariant)]
    private static partial Regex OlderName();

    // The first says why, if none can be read.
    private static CheckpointFile ReadFirst(List<string> paths, ITrainableModel model, Action<string> warn)
    {
        for (int i = 0; ; i++)
        {
            try
            {
                return CheckpointFile.Read(paths[i], model);
            }
            catch (CnnGenException exception) when (i + 1 < paths.Count)
            {
                warn($"{exception.Message} Training goes on from {paths[i + 1]}.");
            }
        }
    }

    private void Change(Action change)
    {
        try
        {
            change();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FileWriteException(Newest, exception.Message, exception);
        }
    }

    private string OlderPath(long step) => Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"checkpoint-{step:000000}.safetensors"));

    private IEnumerable<(string Path, long Step)> Older()
    {
        if (!Directory.Exists(directory))
        {
            yield break;
        }

        foreach (string path in Directory.GetFiles(directory, "checkpoint-*.safetensors"))
        {
            if (OlderName().Match(Path.GetFileName(path)) is { Success: true } name)
            {
                yield return (path, long.Parse(name.Groups["step"].ValueSpan, CultureInfo.InvariantCulture));
            }
        }
    }
}
