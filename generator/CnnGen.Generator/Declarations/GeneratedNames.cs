using System.Collections.Generic;

namespace CnnGen.Generator.Declarations;

/// <summary>The names of the members that every model gets.</summary>
internal static class GeneratedNames
{
    public const string Constructor = ".ctor";

    /// <summary>Fields of layers begin like this.</summary>
    public const char FieldPrefix = '_';

    private static readonly HashSet<string> s_values = new()
    {
        "Summary", "Architecture", "ParameterCount", "TrainableParameterCount", "NonTrainableParameterCount", "MultiplyAdds",
        "ActivationBytes", "InputShape", "OutputShape", "Trainer",
    };

    // With the number of parameters that ours have.
    private static readonly Dictionary<string, int[]> s_methods = new()
    {
        ["forward"] = new[] { 1 },
        ["Logits"] = new[] { 1 },
        ["Fit"] = new[] { 2 },
        ["Evaluate"] = new[] { 2 },
        ["Predict"] = new[] { 1, 2 },
        ["Save"] = new[] { 1 },
        ["Load"] = new[] { 1 },
        ["Images"] = new[] { 1 },
        ["Targets"] = new[] { 2 },
        ["Loss"] = new[] { 2 },
        ["Measure"] = new[] { 4 },
    };

    /// <summary>Whether the class may not have a member of this name.</summary>
    public static bool IsTaken(string name) => s_values.Contains(name) || s_methods.ContainsKey(name);

    public static bool CouldClash(string name) => IsTaken(name) || (name.Length > 0 && name[0] == FieldPrefix);

    public static bool AllowsOverload(string name, int parameters) =>
        s_methods.TryGetValue(name, out int[] ours) && System.Array.IndexOf(ours, parameters) < 0;
}
