namespace CnnGen;

/// <summary>Decides where the digits are taken from. What it asks of the machine can be replaced for tests.</summary>
internal sealed class MnistFolder
{
    public const string Variable = "CNNGEN_MNIST_DIR";

    /// <summary>What <see cref="Variable"/> says.</summary>
    public string? Named { get; init; } = Environment.GetEnvironmentVariable(Variable);

    /// <summary>The user's cache folder for the digits; <see langword="null"/> if the user has none.</summary>
    public string? Cache { get; init; } = UserCache();

    /// <summary>Brings the four files into a folder, or says why it cannot.</summary>
    public Action<string> Download { get; init; } = static directory => new MnistDownload().Run(directory);

    public (MnistSource Source, string Path) Find(string? directory, string? fallbackDirectory)
    {
        if (directory is not null)
        {
            return (MnistSource.Directory, directory);
        }

        if (!string.IsNullOrEmpty(Named))
        {
            return Directory.Exists(Named)
                ? (MnistSource.Environment, Named)
                : throw new CnnGenException($"{Named} is no folder; {Variable} must name one with MNIST's four files, or be empty.");
        }

        if (Cache is not null && MnistFiles.AreIn(Cache))
        {
            return (MnistSource.Cache, Cache);
        }

        string reason = "there is no cache folder";
        if (Cache is not null)
        {
            try
            {
                Download(Cache);
                return (MnistSource.Download, Cache);
            }
            catch (CnnGenException exception)
            {
                reason = exception.Message;
            }
        }

        return fallbackDirectory is not null
            ? (MnistSource.Fallback, fallbackDirectory)
            : throw new CnnGenException(
                $"MNIST cannot be downloaded ({reason.TrimEnd('.')}); name a folder with its four files, or set {Variable} to it.");
    }

    private static string? UserCache()
    {
        string? root = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : OperatingSystem.IsMacOS() ? UnderHome("Library/Caches")
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache
            : UnderHome(".cache");
        return string.IsNullOrEmpty(root) ? null : Path.Combine(root, "cnngen", "mnist");
    }

    private static string? UnderHome(string path)
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0 ? null : Path.Combine(home, path);
    }
}
