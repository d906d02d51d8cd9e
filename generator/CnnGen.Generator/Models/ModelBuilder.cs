using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Network;
using CnnGen.Generator.Network.Building;
using CnnGen.Generator.Network.Keras;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;
using CnnGen.Generator.Training;

namespace CnnGen.Generator.Models;

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
        CheckedNetwork network = NetworkBuilder.Build(declaration.Network, inputs, new Trial(declaration.Network, inputs));
        problems.AddRange(network.Problems);
        TrainingPlan? plan = training is null ? null : TrainingRules.Check(training, declaration, network, problems);
        if (training is null)
        {
            TrainingRules.CheckUntrained(declaration, problems);
        }

        ClassRules.CheckMembers(declaration, network, problems);

        bool isSound = network.IsSound && problems.Count == 0 && (training is null || plan is not null);
        return new CheckedModel(name, network, plan, problems, isSound);
    }

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
        HasSummary = declaration.Class.HasSummary,
        ObstructedAliases = declaration.Class.ObstructedAliases,
        MetadataName = declaration.Class.MetadataName,
        // A constructor that names no other one cannot be given a base class that wants a name.
        HasTorch = declaration.Project.HasTorch && !declaration.Class.Members.Any(static member => member.Kind
            is OwnMemberKind.Parameterless or OwnMemberKind.Primary or OwnMemberKind.Detached),
        HasConstructor = !declaration.Class.Members.Any(static member => member.Kind
            is OwnMemberKind.Parameterless or OwnMemberKind.ParameterlessWithBase or OwnMemberKind.Primary),
        IsTrainable = declaration.Attributes.Any(static attribute => attribute.Kind == AttributeKind.Training),
        InputNames = InputNames(declaration),
        OutputNames = OutputNames(declaration),
        Predictions = Predictions(model, OutputNames(declaration).Count),
        Inputs = System.Math.Min(
            System.Math.Max(1, declaration.Attributes.Count(static attribute => attribute.Kind == AttributeKind.Input)), InputRules.MostInputs),
        Outputs = OutputNames(declaration).Count,
        Graph = model.IsSound ? model.Network.ToGraph(model.Name) : null,
        Training = model.IsSound ? model.Training : null,
        Errors = model.Problems.Select(static problem => problem.Id).Distinct().ToEquatableArray(),
        OwnMembers = model.IsSound
            ? EquatableArray<string>.Empty
            : declaration.Class.Members.Select(static member => member.Name).Append(declaration.Class.Name).ToEquatableArray(),
    };

    // Of more than the base class takes, the first ones.
    private static EquatableArray<string> InputNames(ModelDeclaration declaration) => declaration.Attributes
        .Where(static attribute => attribute.Kind == AttributeKind.Input)
        .Select(static attribute => attribute["name"] as string ?? InputRules.DefaultName)
        .DefaultIfEmpty(InputRules.DefaultName)
        .Take(InputRules.MostInputs)
        .ToEquatableArray();

    private static EquatableArray<string> OutputNames(ModelDeclaration declaration) => declaration.Attributes
        .Where(static attribute => attribute.Kind == AttributeKind.Output)
        .SelectMany(static attribute => attribute["layers"] is EquatableArray<string> layers ? layers : EquatableArray<string>.Empty)
        .DefaultIfEmpty("output")
        .ToEquatableArray();

    private static EquatableArray<PredictionForm> Predictions(CheckedModel model, int outputs)
    {
        CheckedNetwork network = model.Network;
        return Enumerable.Range(0, outputs)
            .Select(place => network.IsComplete && network.IsCertain && network.Outputs.Count == outputs && network.LayerGiving(network.Outputs[place]) is { } layer
                ? PredictionForm.Of(layer.Node.Output, layer.Node.Layer.OutputActivation, model.Training?.Outputs[place])
                : PredictionForm.Class)
            .ToEquatableArray();
    }
}
