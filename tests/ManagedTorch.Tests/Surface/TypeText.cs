using System.Globalization;

namespace CnnGen.ManagedTorch.Tests.Surface;

/// <summary>Types as TorchSharp's listing writes them: C#'s keywords, full names within TorchSharp, bare names elsewhere.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static string Of(Type type)
    {
        if (type.IsByRef) return Of(type.GetElementType()!) + "&";
        if (type.IsPointer) return Of(type.GetElementType()!) + "*";
        if (type.IsArray) return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericParameter) return type.Name;
        if (!type.IsGenericTypeDefinition && Nullable.GetUnderlyingType(type) is { } underlying) return Of(underlying) + "?";
        return Keywords.TryGetValue(type, out var keyword) ? keyword : Named(type);
    }

    public static string OfDefault(Type type, object? value) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ when type.IsEnum => $"{Of(type)}.{Enum.ToObject(type, value)}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Named(Type type)
    {
        var arguments = type.GetGenericArguments();
        if (type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal)) return $"({string.Join(", ", arguments.Select(Of))})";

        var parts = type.Name.Split('`');
        var own = parts.Length == 1 ? 0 : int.Parse(parts[1], CultureInfo.InvariantCulture);
        var name = own == 0 ? parts[0] : $"{parts[0]}<{string.Join(",", arguments[^own..].Select(Of))}>";
        if (type.DeclaringType is { } outer) return $"{Of(outer)}.{name}";
        return IsTorchs(type.Namespace) ? $"{type.Namespace}.{name}" : name;
    }

    private static bool IsTorchs(string? space) => space is not null && space.StartsWith("Torch", StringComparison.Ordinal);
}
