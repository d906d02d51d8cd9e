using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Diagnostics;

/// <summary>
/// What the page of a rule says above its examples: the description that editors show beside a diagnostic. It is read when somebody asks
/// for it.
/// </summary>
internal sealed class RulePage : LocalizableString
{
    private static readonly string? s_address = typeof(RulePage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(static metadata => metadata.Key == "RulePages")?.Value.TrimEnd('/');

    private readonly string _id;

    public RulePage(string id) => _id = id;

    /// <summary>Where the page can be read; <see langword="null"/> where the build was given no address of the pages.</summary>
    public static string? Link(string id) => s_address is null ? null : $"{s_address}/{id}.md";

    /// <inheritdoc/>
    protected override string GetText(IFormatProvider? formatProvider)
    {
        using var page = new StreamReader(typeof(RulePage).Assembly.GetManifestResourceStream($"{_id}.md")!);
        IEnumerable<string> text = Lines(page).Skip(1).TakeWhile(static line => line is not ("Wrong:" or "Before:"));
        return string.Join("\n", text).Trim();
    }

    private static IEnumerable<string> Lines(TextReader page)
    {
        while (page.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <inheritdoc/>
    protected override int GetHash() => StringComparer.Ordinal.GetHashCode(_id);

    /// <inheritdoc/>
    protected override bool AreEqual(object? other) => other is RulePage page && page._id == _id;
}
