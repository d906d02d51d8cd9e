using System.Linq;
using System.Text;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Emission;
using CnnGen.Generator.Models;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Reading;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CnnGen.Generator;

/// <summary>
/// Turns classes with [Model] into networks:
/// <code>
/// discover ─► read ─► build ─┬─► plan ─────► emit      positions left out: moved text writes nothing anew
///                            └─► problems ─► report    with positions inside syntax trees: #pragma works
/// </code>
/// and notes what the attributes of its blocks do not keep, for projects that use them compiled.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class CnnGenerator : IIncrementalGenerator
{
    /// <summary>The names of the steps, for tests of what is done again after an edit.</summary>
    internal static class Steps
    {
        public const string Read = "CnnGen.Read";
        public const string Build = "CnnGen.Build";
        public const string Plan = "CnnGen.Plan";
        public const string Clashes = "CnnGen.Clashes";
        public const string Source = "CnnGen.Source";
        public const string Problems = "CnnGen.Problems";
        public const string Notes = "CnnGen.Notes";
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ModelReading> readings = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ModelReader.ModelAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => ModelReader.Read(target, cancellation))
            .Where(static reading => reading is not null)
            .Select(static (reading, _) => reading!)
            .WithTrackingName(Steps.Read);

        IncrementalValuesProvider<BuiltReading> models = readings
            .Select(static (reading, _) => new BuiltReading(ModelBuilder.Build(reading.Declaration), reading.Positions))
            .WithTrackingName(Steps.Build);

        IncrementalValuesProvider<ModelPlan> plans = models
            .Select(static (built, _) => built.Model)
            .Where(static model => model.Plan is not null)
            .Select(static (model, _) => model.Plan!)
            .WithTrackingName(Steps.Plan);

        IncrementalValueProvider<EquatableArray<string>> clashes = plans
            .Select(static (plan, _) => plan.MetadataName)
            .Collect()
            .Select(static (names, _) => HintNames.Clashes(names))
            .WithTrackingName(Steps.Clashes);

        context.RegisterSourceOutput(
            plans.Combine(clashes).WithTrackingName(Steps.Source),
            static (output, model) =>
            {
                if (HintNames.Of(model.Left.MetadataName, model.Right) is { } name)
                {
                    output.AddSource(name, SourceText.From(ModelEmitter.Emit(model.Left), Encoding.UTF8));
                }
            });

        // Once for all networks; how they are trained only where one is.
        IncrementalValueProvider<SharedParts?> shared = plans
            .Where(static plan => plan.Graph is not null)
            .Select(static (plan, _) => SharedPartsOf.Plan(plan))
            .Collect()
            .Select(static (networks, _) => networks.IsEmpty ? (SharedParts?)null : networks.Aggregate(static (all, one) => all | one));

        context.RegisterSourceOutput(shared, static (output, shared) =>
        {
            if (shared is { } parts)
            {
                output.AddSource(StateEmitter.HintName, SourceText.From(StateEmitter.Emit(parts), Encoding.UTF8));
            }
        });

        IncrementalValueProvider<EquatableArray<BlockNote>> notes = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                BlockNotes.BlockAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => BlockNotes.Read(target, cancellation))
            .Where(static notes => notes.Count > 0)
            .SelectMany(static (notes, _) => notes)
            .Collect()
            .Select(static (notes, _) => notes.ToEquatableArray())
            .WithTrackingName(Steps.Notes);

        context.RegisterSourceOutput(notes, static (output, notes) =>
        {
            if (notes.Count > 0)
            {
                output.AddSource(BlockNoteEmitter.HintName, SourceText.From(BlockNoteEmitter.Emit(notes), Encoding.UTF8));
            }
        });

        // Diagnostics are made in the output: two of them are equal although their fixes are not.
        IncrementalValuesProvider<PlacedProblems> problems = models
            .Select(static (built, _) => new PlacedProblems(built.Model.Problems, built.Positions))
            .WithTrackingName(Steps.Problems);

        context.RegisterSourceOutput(problems, static (output, placed) =>
        {
            foreach (Diagnostic diagnostic in Reports.Of(placed.Problems, placed.Positions))
            {
                output.ReportDiagnostic(diagnostic);
            }
        });
    }

    /// <summary>A built model and where its declaration stands: what both outputs begin from.</summary>
    private sealed record BuiltReading(BuiltModel Model, AttributePositions Positions);

    /// <summary>What is wrong with a model, and where its declaration stands.</summary>
    private sealed record PlacedProblems(EquatableArray<Problem> Problems, AttributePositions Positions);
}
