namespace CnnGen.Interop;

/// <summary>
/// The tensors of a file as a model's weights. Their values are read only once all names, shapes and types are known to be the model's: a
/// file that lies about its sizes takes no memory.
/// </summary>
internal static class StoredWeights
{
    /// <param name="model">The model.</param>
    /// <param name="tensors">What the file holds.</param>
    /// <returns>What <see cref="WeightFile.Assign"/> takes; it tells what does not fit, for which it needs no values.</returns>
    public static IReadOnlyList<Weight> Of(INetwork model, IReadOnlyList<StoredTensor> tensors)
    {
        if (tensors.CountBy(static tensor => tensor.Name).FirstOrDefault(static name => name.Value > 1) is { Key: { } twice })
        {
            throw new FileFault($"it has two tensors named '{twice}'");
        }

        bool fits = Fits(model.GetWeights(), tensors);
        return [.. tensors.Select(tensor => fits ? new Weight(tensor.Name, tensor.Shape, tensor.Read()) : tensor.WithoutValues)];
    }

    private static bool Fits(IReadOnlyList<Weight> wanted, IReadOnlyList<StoredTensor> tensors)
    {
        Dictionary<string, StoredTensor> found = tensors.ToDictionary(static tensor => tensor.Name);
        return wanted.Count == found.Count && wanted.All(weight => found.TryGetValue(weight.Name, out StoredTensor? tensor)
            && tensor.Shape.SequenceEqual(weight.Shape) && tensor.Type.IsWhole == weight.Values is long[]);
    }
}
