namespace CnnGen;

/// <summary>The folder that an archive of CIFAR unpacks to.</summary>
internal static class CifarFolder
{
    /// <summary>Where the files lie: in the folder itself, or in the one that the archive makes in it.</summary>
    /// <exception cref="CnnGenException">They are in neither.</exception>
    public static string Find(string directory, string inner, string set, IReadOnlyList<string> names)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        string[] places = [directory, Path.Combine(directory, inner)];
        return Array.Find(places, place => names.All(name => File.Exists(Path.Combine(place, name))))
            ?? throw new CnnGenException(Directory.Exists(directory)
                ? $"{directory} lacks {string.Join(", ", names.Where(name => !Array.Exists(places, place => File.Exists(Path.Combine(place, name)))))}: the binary version of {set} has {string.Join(", ", names)}."
                : $"{directory} is no folder; expected one with the binary version of {set}: {string.Join(", ", names)}.");
    }

    /// <summary>The names of classes, one a line; those without a file have none.</summary>
    public static IReadOnlyList<string> ClassNames(string path, int classes)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        string[] names = InputFile.Read(path, "names of classes, one a line", static file =>
        {
            using var reader = new StreamReader(file);
            return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        });
        return names.Length == classes ? names : throw new CnnGenException($"{path} has {names.Length} names, but there are {classes} classes: it is damaged.");
    }
}
