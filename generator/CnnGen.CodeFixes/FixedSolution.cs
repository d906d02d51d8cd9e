using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.CodeFixes;

/// <summary>Carries out a fix. Only the text that it names changes, so that comments and the layout of the rest stay as they are.</summary>
internal static class FixedSolution
{
    /// <returns>The solution as it was, where something that the fix changes is no longer there: half a fix would be none.</returns>
    public static async Task<Solution> Of(Project project, OfferedFix fix, CancellationToken cancellation)
    {
        Solution mended = project.Solution;
        // A class can have parts in several files.
        foreach (IGrouping<Document?, OfferedEdit> edits in fix.Edits.GroupBy(edit => DocumentOf(edit, project)))
        {
            if (edits.Key is not { } document || await Changes(document, edits, cancellation).ConfigureAwait(false) is not { } changes)
            {
                return project.Solution;
            }

            SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            mended = mended.WithDocumentText(document.Id, text.WithChanges(changes));
        }

        return mended;
    }

    // The tree is another one after the file was edited.
    private static Document? DocumentOf(OfferedEdit edit, Project project) =>
        project.Solution.GetDocument(edit.File.SourceTree)
        ?? project.Documents.FirstOrDefault(document => document.FilePath == edit.File.GetLineSpan().Path);

    private static async Task<IEnumerable<TextChange>?> Changes(
        Document document, IEnumerable<OfferedEdit> edits, CancellationToken cancellation)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        var writer = new EditWriter(root, root.GetText(), new Spelling(model));
        return edits.All(writer.Write) ? writer.Changes : null;
    }
}
