using System.Text;

namespace CnnGen.Generator.Tests;

/// <summary>The verified files of one test.</summary>
internal sealed class SnapshotFiles
{
    private const string AcceptVariable = "CNNGEN_ACCEPT_SNAPSHOTS";

    private readonly string _folder;
    private readonly string _prefix;

    public SnapshotFiles(string testFile, string method, string? scenario)
    {
        _folder = Path.GetDirectoryName(testFile)!;
        _prefix = $"{Path.GetFileNameWithoutExtension(testFile)}.{method}{(scenario is null ? "" : "_" + scenario)}";
    }

    /// <summary>Whether differences are taken over as the new truth: never where nobody would look at them.</summary>
    public static bool Accepting(Func<string, string?> environment)
    {
        if (string.IsNullOrEmpty(environment(AcceptVariable)))
        {
            return false;
        }

        return string.IsNullOrEmpty(environment("CI"))
            ? true
            : throw new InvalidOperationException(
                $"{AcceptVariable} is set in CI. Snapshots are accepted by a person: run the tests at home, read the diff, commit it.");
    }

    /// <summary>Compares, writes a received file beside each verified one that differs, and fails with how to accept.</summary>
    /// <param name="actual">Texts by what follows the prefix in the verified file's name.</param>
    /// <param name="accepting">Takes differences over instead.</param>
    public void Compare(IReadOnlyDictionary<string, string> actual, bool accepting)
    {
        DeleteReceived();

        var problems = new List<string>();
        foreach ((string suffix, string text) in actual)
        {
            string verified = Path.Combine(_folder, _prefix + suffix);
            if (File.Exists(verified) && File.ReadAllText(verified) == text)
            {
                continue;
            }

            if (accepting)
            {
                Write(verified, text);
                continue;
            }

            Write(verified.Replace(".verified.", ".received."), text);
            problems.Add(File.Exists(verified)
                ? $"{Path.GetFileName(verified)} differs: {FirstDifference(File.ReadAllText(verified), text)}"
                : $"{Path.GetFileName(verified)} does not exist yet");
        }

        foreach (string stale in Existing("verified").Where(file => !actual.ContainsKey(Path.GetFileName(file)[_prefix.Length..])))
        {
            if (accepting)
            {
                File.Delete(stale);
                continue;
            }

            problems.Add($"{Path.GetFileName(stale)} is stale: the test no longer gives it");
        }

        if (problems.Count > 0)
        {
            Xunit.Assert.Fail(
                string.Join('\n', problems) + $"\nIn {_folder}. To accept, rename .received. to .verified. (delete what is stale), "
                + $"or run the test again with {AcceptVariable}=1 and read the diff.");
        }
    }

    private static void Write(string path, string text) => File.WriteAllText(path, text, new UTF8Encoding(false));

    private static string FirstDifference(string expected, string actual)
    {
        string[] before = expected.Split('\n');
        string[] after = actual.Split('\n');
        int line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1} was '{before.ElementAtOrDefault(line)}' and is '{after.ElementAtOrDefault(line)}'";
    }

    private void DeleteReceived()
    {
        foreach (string file in Existing("received"))
        {
            File.Delete(file);
        }
    }

    /// <summary>This test's files: after the prefix comes a hint or the ending, or the prefix is another test's beginning.</summary>
    private IEnumerable<string> Existing(string kind) =>
        Directory.EnumerateFiles(_folder, $"{_prefix}*.{kind}.*").Where(file => Path.GetFileName(file)[_prefix.Length] is '#' or '.');
}
