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
        CheckedModel model = Check(declaration);
        return new BuiltModel(
            CanBeWritten(declaration) ? Plan(declaration, model) : null,
            model.Problems.ToEquatableArray());
    }

    /// <summary>The network with all that is known of it, right or wrong.</summary>
    public static CheckedModel Check(ModelDeclaration declaration)
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
        return new CheckedModel(name, graph, plan, problems, isSound);
    }

    private static bool IsBroken(AttributeDeclaration attribute) =>
        attribute.IsBroken && attribute.Kind != AttributeKind.Unresolved;

    private static bool CanBeWritten(ModelDeclaration declaration) =>
        declaration.Class.CanBeExtended
        && declaration.Project is { OldLanguageVersion: null, MissingRuntimeType: null };

    private static ModelPlan Plan(ModelDeclaration declaration, CheckedModel model) => new()
    {
        Namespace = declaration.Class.Namespace,
        Identifier = declaration.Class.Identifier,
        TypeParameters = declaration.Class.TypeParameters,
        Outers = declaration.Class.Outers.Select(static outer => outer.Header).ToEquatableArray(),
        ClassName = declaration.Class.Name,
        MetadataName = declaration.Class.MetadataName,
        // With a constructor of its own, the class cannot be given a base class that wants a name.
        HasTorch = declaration.Project.HasTorch && !declaration.Class.Members.Contains(GeneratedNames.Constructor),
        IsTrainable = declaration.Attributes.Any(static attribute => attribute.Kind == AttributeKind.Training),
        Inputs = System.Math.Min(
            System.Math.Max(1, declaration.Attributes.Count(static attribute => attribute.Kind == AttributeKind.Input)), InputRules.MostInputs),
        Outputs = OutputsOf(declaration),
        Graph = model.IsSound ? model.Graph.ToGraph(model.Name) : null,
        Training = model.IsSound ? model.Training : null,
        Errors = model.Problems.Select(static problem => problem.Id).Distinct().ToEquatableArray(),
        OwnMembers = model.IsSound ? EquatableArray<string>.Empty : ClassRules.Clashes(declaration.Class).ToEquatableArray(),
    };

    private static int OutputsOf(ModelDeclaration declaration) =>
        declaration.Attributes.FirstOrDefault(static attribute => attribute.Kind == AttributeKind.Output)?["layers"]
            is EquatableArray<string> { Count: > 1 } layers ? layers.Count : 1;
}
