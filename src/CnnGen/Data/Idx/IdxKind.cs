namespace CnnGen;

/// <summary>What an IDX file should hold.</summary>
/// <param name="Name">Its name in errors.</param>
/// <param name="Dimensions">The numbers of dimensions that it can have, the usual one first.</param>
/// <param name="ValueSize">Bytes of memory that an element becomes.</param>
internal sealed record IdxKind(string Name, int[] Dimensions, int ValueSize)
{
    public static readonly IdxKind Images = new("images", [3, 4], sizeof(byte));
    public static readonly IdxKind Labels = new("labels", [1], sizeof(int));

    /// <summary>Numbers of any number of dimensions, 8 bytes at most.</summary>
    public static readonly IdxKind Numbers = new("numbers", [.. Enumerable.Range(1, byte.MaxValue)], sizeof(double));

    /// <summary>What a file should be, in an error's words.</summary>
    public string Expected => $"{Name} as IDX, gzip or not";
}
