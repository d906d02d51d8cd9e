namespace CnnGen;

/// <summary>
/// Reads <c>.npy</c> files, arrays as NumPy's <c>save</c> writes them: whole numbers, truth values and floats of every size, in either order of
/// bytes and of dimensions. A file is read whole, and takes no memory on the word of its header.
/// </summary>
public static class NpyFile
{
    /// <summary>Reads an array.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CnnGenException">The file is missing, damaged, too large, or holds something else than plain numbers.</exception>
    public static NumberArray Read(string path) => InputFile.Read(path, "an array as NumPy saves it", file => NpyContent.Read(file, path, file.Length));
}
