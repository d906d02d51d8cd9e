using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CnnGen.Generator.Models;
using CnnGen.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Analyzers.Advice;

/// <summary>
/// The models of a compilation, each read and checked once for all analyzers that ask: while somebody types, that is most of their work.
/// Nothing here keeps a compilation alive.
/// </summary>
internal static class AnalyzedModels
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ISymbol, Entry>> s_models = new();

    /// <returns><see langword="null"/> for a class that is no model.</returns>
    public static AnalyzedModel? Of(SymbolAnalysisContext context)
    {
        Entry entry = s_models.GetValue(context.Compilation, static _ => new(SymbolEqualityComparer.Default)).GetOrAdd(context.Symbol, static _ => new Entry());
        lock (entry)
        {
            // Whoever is cancelled leaves it to the next one.
            if (!entry.IsRead)
            {
                entry.Found = ModelReader.Read((INamedTypeSymbol)context.Symbol, (CSharpCompilation)context.Compilation, context.CancellationToken) is { } reading
                    ? new AnalyzedModel(reading, ModelBuilder.Check(reading.Declaration))
                    : null;
                entry.IsRead = true;
            }

            return entry.Found;
        }
    }

    private sealed class Entry
    {
        public bool IsRead { get; set; }

        public AnalyzedModel? Found { get; set; }
    }
}
