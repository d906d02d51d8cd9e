using System.CommandLine;

namespace CnnGen.Benchmarks.Measuring;

/// <summary>Options whose value is a number from 1 on.</summary>
internal static class NumberOption
{
    public static Option<int> Positive(string name, string description, int value)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1) result.AddError($"{name} must be at least 1.");
        });
        return option;
    }
}
