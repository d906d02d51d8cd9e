namespace CnnGen;

/// <summary>Weights in a safetensors file, with the names and layouts of PyTorch's <c>state_dict</c>.</summary>
public static class WeightFile
{
    internal const string ModelKey = "model";

    /// <summary>Tensors that belong to a checkpoint rather than to the model.</summary>
    internal const string ReservedPrefix = "cnngen.";

    private const string What = "a weight file (safetensors)";
    private const int DifferencesShown = 3;

    /// <summary>Writes all weights of a model. An existing file is replaced only once the new one is whole.</summary>
    /// <exception cref="FileWriteException">The file cannot be written.</exception>
    public static void Save(INetwork model, string path) => Save(model, path, new Dictionary<string, string>());

    /// <summary>The same with more metadata.</summary>
    internal static void Save(INetwork model, string path, IReadOnlyDictionary<string, string> more)
    {
        ArgumentNullException.ThrowIfNull(model);
        var metadata = new Dictionary<string, string>(more) { ["format"] = "pt", [ModelKey] = model.Architecture.Name };
        AtomicFile.Write(path, stream => Safetensors.Write(stream, model.GetWeights(), metadata));
    }

    /// <summary>
    /// Reads weights that <see cref="Save(INetwork, string)"/> or a checkpoint wrote, or any program that uses PyTorch's names. Names and shapes are
    /// checked before the first weight is overwritten.
    /// </summary>
    public static void Load(INetwork model, string path)
    {
        ArgumentNullException.ThrowIfNull(model);
        SafetensorsContent content = Read(path);
        model.SetWeights(Match(model, content, path));
    }

    /// <summary>
    /// Gives a model weights that come from elsewhere, under the names and in the layouts of <c>state_dict</c>. All is checked before the first
    /// weight is overwritten.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="weights">A weight for each of <see cref="INetwork.GetWeights"/>, in any order.</param>
    /// <param name="source">Where they come from; what the error calls them.</param>
    /// <exception cref="CnnGenException">A weight is missing, unknown, or of another shape or type; the message names it.</exception>
    public static void Assign(INetwork model, IReadOnlyList<Weight> weights, string source)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(weights);
        model.SetWeights(Match(model, new SafetensorsContent(weights, new Dictionary<string, string>()), source));
    }

    internal static SafetensorsContent Read(string path) =>
        InputFile.Read(path, What, stream => Safetensors.Read(stream, path));

    /// <summary>The file's weights in the model's order.</summary>
    internal static IReadOnlyList<Weight> Match(INetwork model, SafetensorsContent content, string path)
    {
        IReadOnlyList<Weight> wanted = model.GetWeights();
        Dictionary<string, Weight> found = content.Tensors
            .Where(static tensor => !tensor.Name.StartsWith(ReservedPrefix, StringComparison.Ordinal))
            .ToDictionary(static tensor => tensor.Name);
        List<string> differences = Differences(wanted, found);
        if (differences.Count == 0)
        {
            return found.Values.FirstOrDefault(static weight => !weight.IsFinite) is { } broken
                ? throw new CnnGenException($"{path} cannot be loaded: {broken.Name} has values that are not finite numbers.")
                : [.. wanted.Select(weight => found[weight.Name])];
        }

        string other = content.Metadata.TryGetValue(ModelKey, out string? name) && name != model.Architecture.Name ? $" ({name})" : "";
        string more = differences.Count > DifferencesShown ? $"; and {differences.Count - DifferencesShown} more" : "";
        throw new CnnGenException(
            $"{path} is for another model{other} than {model.Architecture.Name}: {string.Join("; ", differences.Take(DifferencesShown))}{more}.");
    }

    private static List<string> Differences(IReadOnlyList<Weight> wanted, Dictionary<string, Weight> found)
    {
        List<string> differences = [];
        foreach (Weight weight in wanted)
        {
            if (!found.TryGetValue(weight.Name, out Weight? tensor))
            {
                differences.Add($"{weight.Name} is missing");
            }
            else if (!tensor.Shape.SequenceEqual(weight.Shape))
            {
                differences.Add($"{weight.Name} is {Text(tensor.Shape)}, expected {Text(weight.Shape)}");
            }
            else if (tensor.Values.GetType() != weight.Values.GetType())
            {
                differences.Add(
                    $"{weight.Name} has the type {TensorType.Of(tensor.Values).Name}, expected {TensorType.Of(weight.Values).Name}");
            }
        }

        HashSet<string> known = [.. wanted.Select(static weight => weight.Name)];
        differences.AddRange(found.Keys.Where(name => !known.Contains(name)).Select(static name => $"{name} is unknown"));
        return differences;
    }

    private static string Text(IReadOnlyList<long> shape) => shape.Count == 0 ? "a scalar" : string.Join('×', shape);
}
