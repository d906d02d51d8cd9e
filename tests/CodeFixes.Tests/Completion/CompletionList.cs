using System.Reflection;
using CnnGen.Completion;
using CnnGen.Generator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Shouldly;

namespace CnnGen.CodeFixes.Tests;

/// <summary>What Roslyn's completion offers at a caret, in a project that brings the provider as a package does.</summary>
internal sealed class CompletionList
{
    private const string Caret = "$$";

    private readonly Document _document;
    private readonly string _head;
    private readonly Microsoft.CodeAnalysis.Completion.CompletionList _list;

    private CompletionList(Document document, string head, Microsoft.CodeAnalysis.Completion.CompletionList list)
    {
        _document = document;
        _head = head;
        _list = list;
    }

    /// <summary>The texts of CnnGen's offers, in the order of the list, with what stands beside them.</summary>
    public IReadOnlyList<string> Own => [.. Items.Where(IsOwn).Select(static item => $"{item.DisplayText} {item.InlineDescription}")];

    /// <summary>All offers as an editor sorts them.</summary>
    public IReadOnlyList<CompletionItem> Items => [.. _list.ItemsList.Order()];

    /// <summary>A document with a caret in it.</summary>
    public static (Document Document, int Position) Open(string models, string head = ModelCompiler.Usings)
    {
        string text = head + models;
        int position = text.IndexOf(Caret, StringComparison.Ordinal);
        Project project = new AdhocWorkspace().AddProject("Models", LanguageNames.CSharp)
            .WithCompilationOptions(ModelCompiler.Compile([], RunOptions.Default).Options)
            .WithParseOptions(RunOptions.Default.Parse)
            .WithMetadataReferences(RunOptions.Default.References)
            .AddAnalyzerReference(new AnalyzerFileReference(typeof(ModelCompletionProvider).Assembly.Location, new Loader()));
        return (project.AddDocument("Models.cs", SourceText.From(text.Remove(position, Caret.Length))), position);
    }

    /// <param name="models">The models with the caret.</param>
    /// <param name="head">What stands above them in the file.</param>
    public static async Task<CompletionList> At(string models, string head = ModelCompiler.Usings)
    {
        (Document document, int position) = Open(models, head);
        var service = CompletionService.GetService(document).ShouldNotBeNull();
        return new CompletionList(document, head, await service.GetCompletionsAsync(document, position));
    }

    /// <summary>The models after an offer is taken.</summary>
    public async Task<string> Take(string text)
    {
        CompletionItem item = Items.First(item => IsOwn(item) && item.DisplayText == text);
        CompletionChange change = await CompletionService.GetService(_document)!.GetChangeAsync(_document, item);
        return (await _document.GetTextAsync()).WithChanges(change.TextChange).ToString()[_head.Length..];
    }

    /// <summary>What an editor shows of an offer.</summary>
    public async Task<string> Describe(string text)
    {
        CompletionItem item = Items.First(item => IsOwn(item) && item.DisplayText == text);
        return (await CompletionService.GetService(_document)!.GetDescriptionAsync(_document, item))!.Text;
    }

    private static bool IsOwn(CompletionItem item) => item.Properties.ContainsKey(ModelCompletionProvider.Fault);

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
