namespace CnnGen.ManagedTorch.Tests.Surface;

/// <summary>A type of a listing.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Kind">Such as <c>sealed class</c> or <c>enum</c>.</param>
/// <param name="Bases">Its base class and all its interfaces.</param>
/// <param name="Members">What it declares itself.</param>
internal sealed record ListedType(string Name, string Kind, IReadOnlyList<string> Bases, IReadOnlySet<string> Members)
{
    public static ListedType Of(Type type)
    {
        var parent = type.BaseType is { } direct && direct != typeof(object) && !type.IsValueType ? [direct] : Array.Empty<Type>();
        return new(
            TypeText.Of(type),
            KindOf(type),
            [.. parent.Concat(type.GetInterfaces()).Select(TypeText.Of)],
            MemberText.Of(type).ToHashSet(StringComparer.Ordinal));
    }

    private static string KindOf(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class"
        : "class";
}
