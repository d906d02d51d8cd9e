namespace CnnGen.Interop;

/// <summary>A tensor of a file whose values have not been read yet.</summary>
/// <param name="Name">Its key in <c>state_dict</c>.</param>
/// <param name="Shape">Its dimensions, none of them negative.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Read">Reads them: a <c>float[]</c> or a <c>long[]</c>, as <see cref="ElementType.IsWhole"/> says.</param>
internal sealed record StoredTensor(string Name, IReadOnlyList<long> Shape, ElementType Type, Func<Array> Read)
{
    /// <summary>The tensor without its values: enough to say why it does not fit.</summary>
    public Weight WithoutValues => new(Name, Shape, Type.IsWhole ? Array.Empty<long>() : Array.Empty<float>());
}
