namespace CnnGen.Interop;

/// <summary>
/// Gives a model the tensors of a file. Their values are read only once all names, shapes and types are known to be the model's: a file
/// that lies about its sizes takes no memory.
/// </summary>
internal static class StoredWeights
{
    /// <param name="model">The model.</param>
    /// <param name="tensors">What the file holds.</param>
    /// <param name="path">The file, for errors.</param>
    public static void Assign(INetwork model, IReadOnlyList<StoredTensor> tensors, string path)
    {
        if (tensors.CountBy(static tensor => tensor.Name).FirstOrDefault(static name => name.Value > 1) is { Key: { } twice })
        {
            throw new BadFileException($"it has two tensors named '{twice}'");
        }

        bool fits = Fits(model.GetWeights(), tensors);
        WeightFile.Assign(model, [.. tensors.Select(tensor => fits ? Finite(tensor) : tensor.WithoutValues)], path);
    }

    private static bool Fits(IReadOnlyList<Weight> wanted, IReadOnlyList<StoredTensor> tensors)
    {
        Dictionary<string, StoredTensor> found = tensors.ToDictionary(static tensor => tensor.Name);
        return wanted.Count == found.Count && wanted.All(weight => found.TryGetValue(weight.Name, out StoredTensor? tensor)
            && tensor.Shape.SequenceEqual(weight.Shape) && tensor.Type.IsWhole == weight.Values is long[]);
    }

    private static Weight Finite(StoredTensor tensor)
    {
        Array values = tensor.Read();
        return Array.Exists(values as float[] ?? [], static value => !float.IsFinite(value))
            ? throw new BadFileException($"the tensor '{tensor.Name}' has values that are not finite numbers")
            : new Weight(tensor.Name, tensor.Shape, values);
    }
}
