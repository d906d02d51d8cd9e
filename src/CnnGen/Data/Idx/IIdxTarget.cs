namespace CnnGen;

/// <summary>Takes the elements of an IDX file as they are read.</summary>
internal interface IIdxTarget
{
    /// <summary>Takes the next elements, as they stand in the file.</summary>
    void Add(ReadOnlySpan<byte> elements);
}
