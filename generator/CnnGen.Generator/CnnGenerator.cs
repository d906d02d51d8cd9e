using System.Text;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;
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

        IncrementalValuesProvider<EquatableArray<Diagnostic>> problems = models
            .Select(static (built, _) => Reports.Of(built.Model.Problems, built.Positions))
            .WithTrackingName(Steps.Problems);

        context.RegisterSourceOutput(problems, static (output, diagnostics) =>
        {
            foreach (Diagnostic diagnostic in diagnostics)
            {
                output.ReportDiagnostic(diagnostic);
            }
        });
    }

    /// <summary>A built model and where its declaration stands: what both outputs begin from.</summary>
    private sealed record BuiltReading(BuiltModel Model, AttributePositions Positions);
}
