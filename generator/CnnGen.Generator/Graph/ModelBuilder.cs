using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;

namespace CnnGen.Generator.Graph;

/// <summary>Turns a declaration into a checked network, or into what is wrong with it. Pure: equal declarations give equal results.</summary>
internal static class ModelBuilder
{
    public static BuiltModel Build(ModelDeclaration declaration)
    {
        var problems = new List<Problem>();
        ClassRules.Check(declaration, problems);
        string name = NameRules.ModelName(declaration.Network, problems);
        AttributeDeclaration? training = declaration.Attributes.FirstOrDefault(
            static attribute => attribute.Kind == AttributeKind.Training);

        IReadOnlyList<ModelInput> inputs = InputRules.Read(declaration.Network, problems);
        GraphBuilder graph = GraphBuilder.Build(declaration.Network, inputs, problems);
        TrainingPlan? plan = training is null ? null : TrainingRules.Check(training, declaration, graph, problems);
        ClassRules.CheckMembers(declaration, graph, problems);

        // A broken attribute is the compiler's to report; the model has an error all the same.
        bool isSound = problems.Count == 0 && graph.IsComplete && !declaration.Attributes.Any(IsBroken)
            && (training is null || plan is not null);
        return new BuiltModel(
            CanBeWritten(declaration) ? Plan(declaration, problems, training is not null, isSound ? graph.ToGraph(name) : null, plan) : null,
            problems.ToEquatableArray());
    }

    private static bool IsBroken(AttributeDeclaration attribute) =>
        attribute.IsBroken && attribute.Kind != AttributeKind.Unresolved;

    private static bool CanBeWritten(ModelDeclaration declaration) =>
        declaration.Class.CanBeExtended
        && declaration.Project is { OldLanguageVersion: null, MissingRuntimeType: null };

    private static ModelPlan Plan(
        ModelDeclaration declaration, List<Problem> problems, bool isTrainable, ModelGraph? graph, TrainingPlan? training) => new()
    {
        Namespace = declaration.Class.Namespace,
        Identifier = declaration.Class.Identifier,
        TypeParameters = declaration.Class.TypeParameters,
        Outers = declaration.Class.Outers.Select(static outer => outer.Header).ToEquatableArray(),
        ClassName = declaration.Class.Name,
        MetadataName = declaration.Class.MetadataName,
        // With a constructor of its own, the class cannot be given a base class that wants a name.
        HasTorch = declaration.Project.HasTorch && !declaration.Class.Members.Contains(GeneratedNames.Constructor),
        IsTrainable = isTrainable,
        Inputs = System.Math.Min(
            System.Math.Max(1, declaration.Attributes.Count(static attribute => attribute.Kind == AttributeKind.Input)), InputRules.MostInputs),
        Outputs = OutputsOf(declaration),
        Graph = graph,
        Training = graph is null ? null : training,
        Errors = problems.Select(static problem => problem.Id).Distinct().ToEquatableArray(),
        OwnMembers = graph is null ? ClassRules.Clashes(declaration.Class).ToEquatableArray() : EquatableArray<string>.Empty,
    };

    private static int OutputsOf(ModelDeclaration declaration) =>
        declaration.Attributes.FirstOrDefault(static attribute => attribute.Kind == AttributeKind.Output)?["layers"]
            is EquatableArray<string> { Count: > 1 } layers ? layers.Count : 1;
}
