namespace CnnGen.Interop;

/// <summary>Something that Python would import. Only those that a <c>state_dict</c> is made of are known.</summary>
/// <param name="Module">Where it is from.</param>
/// <param name="Name">What it is called there.</param>
internal sealed record PickleGlobal(string Module, string Name)
{
    public static readonly PickleGlobal OrderedDictionary = new("collections", "OrderedDict");

    public static readonly PickleGlobal RebuildTensor = new("torch._utils", "_rebuild_tensor_v2");

    public static readonly PickleGlobal RebuildParameter = new("torch._utils", "_rebuild_parameter");

    /// <summary>Whether a pickle may name it.</summary>
    public bool IsKnown => this == OrderedDictionary || this == RebuildTensor || this == RebuildParameter
        || (Module == "torch" && ElementType.OfStorage(Name) is not null);

    public override string ToString() => $"{Module}.{Name}";
}

/// <summary>A dictionary, ordered or not.</summary>
internal sealed class PickleDictionary
{
    // Made with the first item: a byte of a file makes a dictionary.
    private List<KeyValuePair<object?, object?>>? _items;

    public IReadOnlyList<KeyValuePair<object?, object?>> Items => _items ?? [];

    public void Add(object? key, object? value) => (_items ??= []).Add(new(key, value));
}

/// <summary>A list. Nobody asks what is in it.</summary>
internal sealed class PickleList;

/// <summary>A row of values that lies in a file of the archive.</summary>
/// <param name="Type">What they are.</param>
/// <param name="Key">The file.</param>
/// <param name="Count">How many.</param>
internal sealed record PickleStorage(ElementType Type, string Key, long Count);

/// <summary>A tensor: a view of a storage.</summary>
internal sealed record PickleTensor(PickleStorage Storage, long Offset, IReadOnlyList<long> Shape, IReadOnlyList<long> Strides);
