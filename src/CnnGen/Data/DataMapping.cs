namespace CnnGen;

/// <summary>Which inputs and targets of a data set a network takes, in the order of the network's own.</summary>
internal sealed record DataMapping(int[] Inputs, int[] Targets)
{
    /// <summary>All of them, as they are.</summary>
    public static DataMapping All(Dataset data) => new([.. Enumerable.Range(0, data.Inputs.Count)], [.. Enumerable.Range(0, data.Targets.Count)]);

    /// <summary>What the network takes, by name; a single one whatever its name.</summary>
    /// <param name="model">The network.</param>
    /// <param name="data">The data.</param>
    /// <param name="withTargets">Whether the targets are wanted too.</param>
    /// <exception cref="CnnGenException">Something is missing.</exception>
    public static DataMapping Of(ICnnModel model, Dataset data, bool withTargets) => new(
        Match(model, "input", [.. model.Inputs.Select(static input => input.Name)], [.. data.Inputs.Select(static input => input.Name)]),
        withTargets && model is ITrainableModel trained
            ? Match(model, "target", [.. trained.Targets.Select(static target => target.Target.Name)], [.. data.Targets.Select(static target => target.Name)])
            : []);

    private static int[] Match(ICnnModel model, string what, string[] wanted, string[] given)
    {
        if (wanted.Length == 1 && given.Length == 1)
        {
            return [0];
        }

        int[] places = [.. wanted.Select(name => Array.IndexOf(given, name))];
        int missing = Array.IndexOf(places, -1);
        return missing < 0
            ? places
            : throw new CnnGenException(
                $"{model.Architecture.Name} wants the {what} '{wanted[missing]}', but the data has {Names(given, what)}: give {what}s the names that the model has.");
    }

    private static string Names(string[] names, string what) =>
        names.Length == 0 ? $"no {what}s" : string.Join(", ", names.Select(static name => $"'{name}'"));
}
