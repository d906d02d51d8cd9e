using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnGen.Generator.Training;

/// <summary>All losses, optimizers or metrics, by the names of their members in the language's enum.</summary>
/// <typeparam name="T">What they are kinds of.</typeparam>
internal static class Kinds<T>
    where T : class
{
    // Reflection, once, so that adding one means adding its file.
    private static readonly Dictionary<string, T> s_all = typeof(T).Assembly.GetTypes()
        .Where(static type => type.IsSealed && typeof(T).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null)
        .ToDictionary(static type => type.Name, static type => (T)Activator.CreateInstance(type)!);

    /// <summary>The one that a member of the enum stands for; <see langword="null"/> for Auto and None.</summary>
    public static T? Of(Enum member) => s_all.TryGetValue(member.ToString(), out T? kind) ? kind : null;

    /// <summary>All, in the order of the enum.</summary>
    public static IEnumerable<T> In<TEnum>() where TEnum : struct, Enum =>
        ((TEnum[])Enum.GetValues(typeof(TEnum))).Select(static member => Of(member)).Where(static kind => kind is not null)!;
}
