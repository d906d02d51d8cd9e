namespace CnnGen.Pictures;

/// <summary>What lies in folders, in an order that does not depend on the machine.</summary>
internal static class FolderList
{
    /// <summary>The pictures of a folder, without those of its sub-folders. Hidden files and files of other kinds are passed over.</summary>
    public static string[] Pictures(string folder) => List(folder, static path => Directory.EnumerateFiles(path).Where(PictureFile.HasPictureName));

    /// <summary>The sub-folders that are not hidden.</summary>
    public static string[] Folders(string folder) => List(folder, Directory.EnumerateDirectories);

    private static string[] List(string folder, Func<string, IEnumerable<string>> list)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        try
        {
            return [.. list(folder).Where(static path => !Path.GetFileName(path).StartsWith('.')).OrderBy(static path => Path.GetFileName(path), StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string reason = File.Exists(folder) ? "it is a file" : Directory.Exists(folder) ? exception.Message.TrimEnd('.') : "it does not exist";
            throw new CnnGenException($"{folder} cannot be read: {reason}; expected a folder with pictures.", exception);
        }
    }
}
