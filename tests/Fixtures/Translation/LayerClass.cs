using System.Reflection;

namespace CnnGen.Fixtures;

/// <summary>What the language offers of a layer: its attribute, seen through reflection.</summary>
internal sealed class LayerClass
{
    private readonly Dictionary<string, PropertyInfo> _properties;
    private readonly ParameterInfo[][] _constructors;

    private LayerClass(Type type)
    {
        _properties = type.GetProperties()
            .Where(property => property.GetSetMethod() is not null)
            .ToDictionary(property => Key(property.Name));
        _constructors = [.. type.GetConstructors().Select(constructor => constructor.GetParameters())];
        IsMerge = _constructors.Any(parameters => parameters is [{ ParameterType: var only }] && only == typeof(string[]));
    }

    /// <summary>Whether it takes several inputs, by name.</summary>
    public bool IsMerge { get; }

    /// <summary>The attribute for a class of Keras, which has the same name; <see langword="null"/> where there is none.</summary>
    public static LayerClass? Find(string kerasClass) =>
        typeof(LayerAttribute).Assembly.GetType($"{typeof(LayerAttribute).Namespace}.{kerasClass}Attribute") is { } type
        && type.IsSubclassOf(typeof(LayerAttribute))
            ? new LayerClass(type)
            : null;

    /// <summary>The property for an argument of Keras: <c>KeepDims</c> for <c>keepdims</c>.</summary>
    public PropertyInfo? Property(string name) => _properties.GetValueOrDefault(Key(name));

    /// <summary>The types of a constructor's parameters for so many values; <see langword="null"/> where none takes so many.</summary>
    public Type[]? Parameters(int count)
    {
        ParameterInfo[]? constructor = _constructors.FirstOrDefault(parameters => Takes(parameters, count));
        return constructor is null ? null : [.. Enumerable.Range(0, count).Select(i => TypeOf(constructor[Math.Min(i, constructor.Length - 1)]))];
    }

    /// <summary>The value of an enumeration that a word of Keras names: <c>LeakyReLU</c> for <c>leaky_relu</c>.</summary>
    public static string? Member(Type type, string word) => Enum.GetNames(type).FirstOrDefault(name => Key(name) == Key(word));

    private static string Key(string name) => name.Replace("_", "").ToUpperInvariant();

    private static bool Takes(ParameterInfo[] parameters, int count) =>
        count >= parameters.Count(parameter => !parameter.HasDefaultValue && !IsParams(parameter))
        && (count <= parameters.Length || (parameters.Length > 0 && IsParams(parameters[^1])));

    private static Type TypeOf(ParameterInfo parameter) => IsParams(parameter) ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;

    private static bool IsParams(ParameterInfo parameter) => parameter.IsDefined(typeof(ParamArrayAttribute));
}
