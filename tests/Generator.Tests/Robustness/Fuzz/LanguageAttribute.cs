using System.Reflection;

namespace CnnGen.Generator.Tests;

/// <summary>An attribute of the language as reflection shows it: what can be written in its brackets.</summary>
internal sealed class LanguageAttribute
{
    /// <summary>All of them, so that a layer that is added is tried without a change here.</summary>
    public static IReadOnlyList<LanguageAttribute> All { get; } =
    [
        .. typeof(ModelAttribute).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Attribute)) && !type.IsAbstract)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => new LanguageAttribute(type)),
    ];

    // What a class is said to be, as opposed to a step on the way of a batch through it.
    private static readonly string[] Headers = ["Model", "Block", "Input", "Output", "Training", "ImageData"];

    private LanguageAttribute(Type type)
    {
        Name = type.Name.Split('`')[0].Replace("Attribute", "");
        TypeParameters = type.GetGenericArguments().Length;
        IsStep = !Headers.Contains(Name);
        Constructors = [.. type.GetConstructors().Select(constructor => constructor.GetParameters())];
        Properties = [.. type.GetProperties().Where(property => property.SetMethod is { IsPublic: true })];
    }

    /// <summary>The name as it is written: <c>Conv2D</c>.</summary>
    public string Name { get; }

    public int TypeParameters { get; }

    /// <summary>Whether it belongs into the list of layers.</summary>
    public bool IsStep { get; }

    public IReadOnlyList<ParameterInfo[]> Constructors { get; }

    public IReadOnlyList<PropertyInfo> Properties { get; }

    /// <summary>The axes of the maps that it works on, where its name says so: 2 for <c>Conv2D</c>.</summary>
    public int? Axes => Name[^1] == 'D' && char.IsDigit(Name[^2]) ? Name[^2] - '0' : null;

    /// <summary>Whether it joins layers that it names.</summary>
    public bool Joins => TypeParameters == 0 && Constructors.Any(parameters => parameters.Any(parameter => parameter.ParameterType == typeof(string[])));

    /// <summary>Whether a program has it.</summary>
    public bool IsIn(FuzzProgram program) =>
        program.Text.Contains($"[{Name}]") || program.Text.Contains($"[{Name}(") || program.Text.Contains($"[{Name}<");

    public static LanguageAttribute Find(string name) => All.Single(attribute => attribute.Name == name);
}
