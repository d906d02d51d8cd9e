using System.Reflection;

namespace CnnGen.Generator.Tests;

/// <summary>Writes what stands between an attribute's parentheses.</summary>
internal sealed class AttributeWriter(Dice dice, ArgumentWriter values, double wildness)
{
    /// <summary>Properties that name other layers; a sensible chain does without.</summary>
    private static readonly string[] References = ["From", "Name"];

    /// <param name="attribute">What is written.</param>
    /// <param name="given">Properties that are to have these values.</param>
    public string Arguments(LanguageAttribute attribute, params (string Name, string Value)[] given)
    {
        ParameterInfo[] constructor = Constructor(attribute);
        IEnumerable<string> properties = attribute.Properties
            .Where(property => !constructor.Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(property => (property.Name, Value: Property(property, given)))
            .Where(property => property.Value is not null)
            .Select(property => $"{property.Name} = {property.Value}");
        string arguments = string.Join(", ", Positional(constructor).Concat(dice.Sometimes(wildness) ? dice.Shuffled(properties) : properties));
        return arguments.Length == 0 && dice.Either() ? "" : $"({arguments})";
    }

    private ParameterInfo[] Constructor(LanguageAttribute attribute)
    {
        ParameterInfo[][] calm = [.. attribute.Constructors.Where(parameters => parameters.All(parameter => parameter.ParameterType != typeof(string)))];
        return dice.Pick(calm.Length == 0 || dice.Sometimes(wildness) ? attribute.Constructors : calm);
    }

    private string? Property(PropertyInfo property, (string Name, string Value)[] given)
    {
        string? value = given.FirstOrDefault(candidate => candidate.Name == property.Name).Value;
        double share = property.Name switch
        {
            "Padding" => 0.8,
            _ when References.Contains(property.Name) => 0.05,
            "InputFeatures" => 0.02,
            _ => 0.15,
        };
        return value ?? (dice.Sometimes(share) ? values.Value(property.PropertyType, property.Name) : null);
    }

    private IEnumerable<string> Positional(ParameterInfo[] parameters)
    {
        string[] written = [.. parameters
            .Where(parameter => !parameter.IsOptional || dice.Either())
            .Select(parameter => IsParams(parameter)
                ? values.List(parameter.ParameterType.GetElementType()!, parameter.Name!)
                : values.Value(parameter.ParameterType, parameter.Name!))];

        // Named ones may come in any order.
        return written.Length == parameters.Length && dice.Sometimes(0.05) && !parameters.Any(IsParams)
            ? dice.Shuffled(parameters.Zip(written, (parameter, value) => $"{parameter.Name}: {value}"))
            : written.Where(text => text.Length > 0);
    }

    private static bool IsParams(ParameterInfo parameter) => parameter.IsDefined(typeof(ParamArrayAttribute));
}
