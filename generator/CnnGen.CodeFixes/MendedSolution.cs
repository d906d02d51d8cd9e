using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.CodeFixes;

/// <summary>Carries out a mend. Only the text that it names changes, so that comments and the layout of the rest stay as they are.</summary>
internal static class MendedSolution
{
    public static async Task<Solution> Of(Solution solution, OfferedMend mend, CancellationToken cancellation)
    {
        Solution mended = solution;
        foreach (IGrouping<SyntaxTree?, OfferedEdit> edits in mend.Edits.GroupBy(static edit => edit.Place.SourceTree))
        {
            // A class can have parts in several files.
            if (solution.GetDocument(edits.Key) is { } document)
            {
                SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
                IEnumerable<TextChange> changes = await Changes(document, edits, cancellation).ConfigureAwait(false);
                mended = mended.WithDocumentText(document.Id, text.WithChanges(changes));
            }
        }

        return mended;
    }

    private static async Task<IEnumerable<TextChange>> Changes(
        Document document, IEnumerable<OfferedEdit> edits, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        var writer = new EditWriter(root, root.GetText(), new Spelling(model));
        foreach (OfferedEdit edit in edits)
        {
            writer.Write(edit);
        }

        return writer.Changes;
    }
}
