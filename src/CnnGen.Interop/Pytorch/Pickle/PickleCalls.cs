namespace CnnGen.Interop;

/// <summary>What the few calls of a <c>state_dict</c>'s pickle stand for.</summary>
internal static class PickleCalls
{
    // As many as PyTorch allows.
    private const int MaxAxes = 64;

    /// <summary>The storage of a persistent id: <c>('storage', torch.FloatStorage, key, device, count)</c>.</summary>
    public static PickleStorage Storage(object? id) =>
        id is object?[] { Length: 5 } parts
        && parts[0] is "storage" && parts[1] is PickleGlobal { Module: "torch" } type && parts[2] is string key && parts[4] is long count and >= 0
            ? new PickleStorage(ElementType.OfStorage(type.Name)!, key, count)
            : throw new FileFault("its pickle has a storage that is not as torch.save writes it");

    /// <summary>What a call gives.</summary>
    public static object Result(object? function, object? arguments) => (function, arguments) switch
    {
        // TorchSharp.PyBridge gives the empty dictionary an empty tuple to begin with.
        (PickleGlobal global, object?[] and ([] or [object?[] { Length: 0 }])) when global == PickleGlobal.OrderedDictionary => new PickleDictionary(),
        (PickleGlobal global, object?[] { Length: >= 6 } given) when global == PickleGlobal.RebuildTensor => Tensor(given),
        (PickleGlobal global, object?[] { Length: > 0 } given) when global == PickleGlobal.RebuildParameter && given[0] is PickleTensor tensor => tensor,
        _ => throw new FileFault($"its pickle calls '{function ?? "nothing"}' otherwise than torch.save does"),
    };

    private static PickleTensor Tensor(object?[] given)
    {
        if (given[0] is not PickleStorage storage || given[1] is not long offset || given[2] is not object?[] sizes || given[3] is not object?[] strides
            || sizes.Length != strides.Length || sizes.Length > MaxAxes || offset < 0
            || !sizes.Concat(strides).All(static number => number is long and >= 0))
        {
            throw new FileFault("its pickle has a tensor that is not as torch.save writes it");
        }

        return new PickleTensor(storage, offset, Array.ConvertAll(sizes, static size => (long)size!), Array.ConvertAll(strides, static stride => (long)stride!));
    }
}
