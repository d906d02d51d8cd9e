using System.Reflection;
using System.Runtime.CompilerServices;

namespace CnnGen.ManagedTorch.Tests.Surface;

/// <summary>Members as TorchSharp's listing writes them, a line each.</summary>
internal static class MemberText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>What the type itself declares and other assemblies may use.</summary>
    public static IEnumerable<string> Of(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(value => $"{TypeText.Of(type)}.{value.Name} = {value.GetRawConstantValue()}");
        }

        var accessors = type.GetProperties(Declared).SelectMany(property => property.GetAccessors(nonPublic: true)).ToHashSet();
        return type.GetConstructors(Declared).Where(IsVisible).Select(Of)
            .Concat(type.GetMethods(Declared).Where(method => IsVisible(method) && !accessors.Contains(method)).Select(Of))
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible)).Select(Of))
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(Of));
    }

    private static string Of(ConstructorInfo constructor) =>
        $"{Access(constructor)}new {Owner(constructor)}({Parameters(constructor.GetParameters())})";

    private static string Of(MethodInfo method)
    {
        var kind = method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(",", method.GetGenericArguments().Select(TypeText.Of))}>" : "";
        var extension = method.IsDefined(typeof(ExtensionAttribute), inherit: false) ? "this " : "";
        return $"{Access(method)}{Static(method)}{kind}{TypeText.Of(method.ReturnType)} {Owner(method)}.{method.Name}{generic}" +
            $"({extension}{Parameters(method.GetParameters())})";
    }

    private static string Of(PropertyInfo property)
    {
        var leading = property.GetMethod ?? property.SetMethod!;
        var index = property.GetIndexParameters();
        var brackets = index.Length > 0 ? $"[{Parameters(index)}]" : "";
        var get = property.GetMethod is { } getter && IsVisible(getter) ? "get; " : "";
        var set = property.SetMethod is { } setter && IsVisible(setter) ? "set; " : "";
        return $"{Static(leading)}{Access(leading)}{TypeText.Of(property.PropertyType)} {Owner(property)}.{property.Name}{brackets} {{ {get}{set}}}";
    }

    private static string Of(FieldInfo field)
    {
        var fixedValue = field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "";
        return $"field {(field.IsStatic ? "static " : "")}{(field.IsPublic ? "" : "protected ")}{TypeText.Of(field.FieldType)} {Owner(field)}.{field.Name}{fixedValue}";
    }

    private static string Parameters(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var modifier = parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) ? "params "
            : parameter.IsOut ? "out "
            : type.IsByRef ? "ref "
            : "";
        var fallback = parameter.HasDefaultValue ? $" = {TypeText.OfDefault(type, parameter.RawDefaultValue)}" : "";
        return $"{modifier}{TypeText.Of(type.IsByRef ? type.GetElementType()! : type)} {parameter.Name}{fallback}";
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Owner(MemberInfo member) => TypeText.Of(member.DeclaringType!);
}
