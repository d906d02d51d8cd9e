using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CnnGen.Generator.Analyzers.Advice;

/// <summary>Finds trainings that choose an epoch, or a learning rate, by the data that they will be tested with.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TestDataAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Rules.ChosenByTestData);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Check, OperationKind.ObjectCreation, OperationKind.With);
    }

    private static void Check(OperationAnalysisContext context)
    {
        IObjectOrCollectionInitializerOperation? initializer = context.Operation switch
        {
            IObjectCreationOperation creation => creation.Initializer,
            IWithOperation with => with.Initializer,
            _ => null,
        };
        if (initializer is null || !IsOurs(context.Operation.Type, "TrainingOptions") || Value(initializer, "Validation") is not { } validation || !IsTestData(validation))
        {
            return;
        }

        if (Choosers(initializer).FirstOrDefault() is { } chooser)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.ChosenByTestData, validation.Syntax.GetLocation(), chooser, validation.Syntax.ToString()));
        }
    }

    // Whoever calls it so means it so: Mnist.Test, splits.Test.
    private static bool IsTestData(IOperation value) => value is IMemberReferenceOperation { Member.Name: "Test" } && IsDataset(value.Type);

    private static bool IsDataset(ITypeSymbol? type) => type is not null && (IsOurs(type, "Dataset") || IsDataset(type.BaseType));

    private static IEnumerable<string> Choosers(IObjectOrCollectionInitializerOperation options) =>
        options.DescendantsAndSelf().Select(static operation => operation switch
        {
            IObjectCreationOperation creation when IsWatcher(creation.Type) && WatchesValidation(creation.Initializer is { } of ? Value(of, "Measure") : null) =>
                creation.Type!.Name,
            IInvocationOperation { TargetMethod: { Name: "Best", ContainingType: var type } } call when IsOurs(type, "Checkpoints") && WatchesValidation(Unwrap(call.Arguments[0].Value)) =>
                "Checkpoints.Best",
            _ => null,
        }).OfType<string>();

    private static bool IsWatcher(ITypeSymbol? type) => IsOurs(type, "EarlyStopping") || IsOurs(type, "ReduceOnPlateau");

    // Unless it says otherwise, or what it says is not known here.
    private static bool WatchesValidation(IOperation? measure) => measure switch
    {
        null => true,
        { ConstantValue: { HasValue: true, Value: string name } } => name.StartsWith("val_", System.StringComparison.Ordinal),
        _ => measure.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().Any(static property =>
            property.Property.Name.StartsWith("Validation", System.StringComparison.Ordinal) && property.Property.ContainingType.Name is "EpochMeasure" or "Measure"),
    };

    private static IOperation? Value(IObjectOrCollectionInitializerOperation initializer, string property) => initializer.Initializers
        .OfType<ISimpleAssignmentOperation>()
        .Where(assignment => assignment.Target is IPropertyReferenceOperation target && target.Property.Name == property)
        .Select(static assignment => Unwrap(assignment.Value))
        .FirstOrDefault();

    private static IOperation Unwrap(IOperation value) => value is IConversionOperation conversion ? Unwrap(conversion.Operand) : value;

    private static bool IsOurs(ITypeSymbol? type, string name) =>
        type is { ContainingNamespace: { Name: "CnnGen", ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;
}
