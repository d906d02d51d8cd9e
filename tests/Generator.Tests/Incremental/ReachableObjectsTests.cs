using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>
/// What the writer gets holds no symbol, tree, location or compilation, which would keep old compilations alive and compare unequal
/// after every edit, and no list or array that compares by reference.
/// </summary>
[Trait("Checklist", "7")]
public class ReachableObjectsTests
{
    private static readonly Type[] Forbidden =
        [typeof(Compilation), typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Location), typeof(SyntaxReference), typeof(AttributeData)];

    public static TheoryData<string> Declarations =>
        [.. LayerModels.All.Values, .. TrainingModels.All.Values, ErrorCases.All["CNN101_KernelLargerThanMap"].Source];

    [Theory]
    [MemberData(nameof(Declarations))]
    public void The_writers_model_holds_plain_values(string source)
    {
        object plan = ModelCompiler.Generate(source).Values(CnnGenerator.Steps.Plan).ShouldHaveSingleItem();

        foreach ((object value, string path) in Reach(plan, "model", new HashSet<object>(ReferenceEqualityComparer.Instance)))
        {
            Forbidden.ShouldNotContain(type => type.IsInstanceOfType(value), $"{path} is {value.GetType()}");
            ComparesByReference(value).ShouldBeFalse($"{path} is {value.GetType()}");
        }
    }

    /// <summary>The walk would be worth nothing if it did not go down.</summary>
    [Fact]
    public void The_walk_finds_what_is_forbidden()
    {
        var nested = new { List = new[] { new { Place = Location.None } } };

        Reach(nested, "x", new HashSet<object>(ReferenceEqualityComparer.Instance)).ShouldContain(found => found.Value is Location);
        ComparesByReference(ImmutableArray.Create(1)).ShouldBeTrue();
        ComparesByReference(new List<int>()).ShouldBeTrue();
    }

    private static bool ComparesByReference(object value) =>
        value is IEnumerable and not string
        && value.GetType().GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType is { } declaring
        && (declaring == typeof(object) || declaring == typeof(ValueType) || declaring.Namespace!.StartsWith("System", StringComparison.Ordinal));

    private static IEnumerable<(object Value, string Path)> Reach(object? value, string path, HashSet<object> seen)
    {
        if (value is null || value is string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
        {
            yield break;
        }

        yield return (value, path);
        if (Forbidden.Any(type => type.IsInstanceOfType(value)) || value is Type or Delegate)
        {
            yield break;
        }

        // A list of our own compares its items, so what it keeps them in does not matter.
        if (value is Array || (value is IEnumerable && value.GetType().Assembly == typeof(CnnGenerator).Assembly))
        {
            foreach ((object item, string at) in ((IEnumerable)value).Cast<object?>().SelectMany((item, i) => Reach(item, $"{path}[{i}]", seen)))
            {
                yield return (item, at);
            }

            yield break;
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                foreach ((object item, string at) in Reach(field.GetValue(value), $"{path}.{field.Name}", seen))
                {
                    yield return (item, at);
                }
            }
        }
    }
}
