using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CnnGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Completion;

/// <summary>
/// Completes the attributes of a model: layers with the shape that each would give, names with theirs, data sets that fit. It knows nothing of
/// layers itself, and asks the builder of networks.
/// </summary>
[ExportCompletionProvider(nameof(ModelCompletionProvider), LanguageNames.CSharp)]
public sealed class ModelCompletionProvider : CompletionProvider
{
    /// <summary>The property that tells an offer of this provider: why it does not fit, or nothing.</summary>
    public const string Fault = "CnnGen.Fault";

    // The property of an offer that is a whole attribute.
    private const string IsAttribute = "CnnGen.IsAttribute";

    /// <inheritdoc/>
    public override bool ShouldTriggerCompletion(SourceText text, int caretPosition, CompletionTrigger trigger, OptionSet options) =>
        trigger.Kind == CompletionTriggerKind.Insertion && (trigger.Character is '[' or '"' or '<' || char.IsLetter(trigger.Character));

    /// <inheritdoc/>
    public override async Task ProvideCompletionsAsync(CompletionContext context)
    {
        CancellationToken cancellation = context.CancellationToken;
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        if (root is null || CompletionPlace.Find(root, context.Position) is not { } place
            || await context.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { Compilation: CSharpCompilation compilation } semantics
            || semantics.GetDeclaredSymbol(place.Type, cancellation) is not { } symbol
            || NetworkAbove.Read(symbol, compilation, place, cancellation) is not { } above)
        {
            return;
        }

        context.CompletionListSpan = place.Span;
        IEnumerable<Offer> offers = place.Kind switch
        {
            CompletionKind.Layer => LayerOffers.Of(above, compilation),
            CompletionKind.Name => NameOffers.Of(above, place),
            _ => DataOffers.Of(above, symbol, semantics, context.Position, cancellation),
        };
        int rank = 0;
        foreach (Offer offer in offers)
        {
            context.AddItem(Item(offer, place.Kind, rank++));
        }
    }

    /// <inheritdoc/>
    public override Task<CompletionDescription?> GetDescriptionAsync(Document document, CompletionItem item, CancellationToken cancellationToken) =>
        Task.FromResult<CompletionDescription?>(CompletionDescription.FromText(
            item.Properties.TryGetValue(Fault, out string? fault) && fault.Length > 0 ? fault : $"{item.DisplayText} {item.InlineDescription}"));

    /// <inheritdoc/>
    public override async Task<CompletionChange> GetChangeAsync(Document document, CompletionItem item, char? commitKey, CancellationToken cancellationToken)
    {
        // The list shows the short names; a file need not import them.
        string text = item.Properties.ContainsKey(IsAttribute)
            && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } semantics
                ? new Spelling(semantics).Attribute(item.DisplayText, item.Span.Start)
                : item.DisplayText;
        return CompletionChange.Create(new TextChange(item.Span, text));
    }

    // Those that fit stand above the compiler's own offers, in their order, and the others below all of those.
    private static CompletionItem Item(Offer offer, CompletionKind kind, int rank)
    {
        ImmutableDictionary<string, string> properties = ImmutableDictionary<string, string>.Empty.Add(Fault, offer.Fault ?? "");
        return CompletionItem.Create(
            offer.Text,
            filterText: offer.Text,
            sortText: (offer.Fault is null ? "!" : "~~") + rank.ToString("D5", CultureInfo.InvariantCulture),
            properties: kind == CompletionKind.Layer ? properties.Add(IsAttribute, "") : properties,
            inlineDescription: offer.Note);
    }
}
