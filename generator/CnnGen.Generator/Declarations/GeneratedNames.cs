using System;
using System.Collections.Generic;

namespace CnnGen.Generator.Declarations;

/// <summary>
/// The names of the members that every model gets. The attributes of a class see its members, so none of them may be called
/// like one of the language's enums: with a method 'Loss', <c>Loss = Loss.MeanSquaredError</c> would not compile.
/// </summary>
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

    // With the types of their parameters: other overloads are welcome beside them.
    private static readonly Dictionary<string, string[]> s_methods = new()
    {
        ["forward"] = new[] { "Tensor" },
        ["Logits"] = new[] { "Tensor" },
        ["Fit"] = new[] { "ImageDataset, TrainingOptions" },
        ["Evaluate"] = new[] { "ImageDataset, Int32" },
        ["Predict"] = new[] { "Image", "ImageDataset, Int32" },
        ["Save"] = new[] { "String" },
        ["Load"] = new[] { "String" },
        ["Images"] = new[] { "Batch" },
        ["Targets"] = new[] { "Batch, Device" },
        ["LossOf"] = new[] { "Tensor, Tensor" },
        ["Penalty"] = new[] { "" },
        ["BuildErrors"] = new[] { "" },
        ["Measure"] = new[] { "Int32, Double, Tensor, Tensor" },
    };

    /// <summary>Whether the class may not have a member of this name.</summary>
    public static bool IsTaken(string name) => s_values.Contains(name) || s_methods.ContainsKey(name);

    public static bool CouldClash(string name) => IsTaken(name) || (name.Length > 0 && name[0] == FieldPrefix);

    /// <param name="name">A method of the user's.</param>
    /// <param name="parameters">The names of its parameters' types.</param>
    public static bool AllowsOverload(string name, IEnumerable<string> parameters) =>
        s_methods.TryGetValue(name, out string[] ours) && Array.IndexOf(ours, string.Join(", ", parameters)) < 0;
}
