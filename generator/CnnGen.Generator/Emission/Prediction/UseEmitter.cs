using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Emission;

/// <summary>What is called from outside; the library does it.</summary>
internal static class UseEmitter
{
    private static readonly Dictionary<string, string> s_calls = new()
    {
        ["Fit"] = "TrainingLoop.Fit(this, data, options)",
        ["Evaluate"] = "Evaluation.Evaluate(this, data, batchSize)",
        ["Save"] = "WeightFile.Save(this, path)",
        ["Load"] = "WeightFile.Load(this, path)",
    };

    public static void Emit(CodeWriter writer, ModelText model)
    {
        IReadOnlyList<string> inputs = InputNames(model.Graph.Inputs.Select(static input => input.Name).ToList());
        foreach (GeneratedMember member in Members(model).Where(static member => member.Parameters is not null))
        {
            writer.Line();
            DocumentationEmitter.Summary(writer, member.Documentation);
            writer.Line($"public {Signature(member, model.Prediction, inputs)} => {Library.Root}.{Call(member, inputs)};");
        }

        PredictionText.EmitRecord(
            writer, model.Outputs.Select(static output => output.Name).ToList(), model.Outputs.Select(static output => output.Form).ToList(),
            "What the network says of an example.");
    }

    /// <summary>A member's declaration in a model.</summary>
    public static string Signature(GeneratedMember member, string prediction, IReadOnlyList<string> inputs) => member.Signature
        .Replace(GeneratedMembers.PredictionType, prediction)
        .Replace(GeneratedMembers.InputValues, string.Join(", ", inputs.Select(static input => $"global::System.ReadOnlyMemory<float> {input}")));

    /// <summary>Parameters for the inputs.</summary>
    public static IReadOnlyList<string> InputNames(IReadOnlyList<string> inputs)
    {
        // In a model with errors the method throws what another one makes.
        var names = new Names(Aliases.Names.Append(GeneratedMembers.Thrower));
        return inputs.Count == 1 ? ["input"] : inputs.Select(input => names.Next(Identifiers.From(input))).ToList();
    }

    private static IEnumerable<GeneratedMember> Members(ModelText model) =>
        (model.Plan.Training is null ? [] : GeneratedMembers.Of(MemberGroup.Training))
        .Concat(model.Graph.Inputs.Count == 1 && model.Graph.Input.Rank == 3 ? GeneratedMembers.Of(MemberGroup.Images) : [])
        .Concat(GeneratedMembers.Of(MemberGroup.Inference))
        .Concat(model.Graph.IsSingle ? GeneratedMembers.Of(MemberGroup.Single) : [])
        .Concat(GeneratedMembers.Of(MemberGroup.Network));

    private static string Call(GeneratedMember member, IReadOnlyList<string> inputs) => s_calls.TryGetValue(member.Name, out string call) ? call
        : member.Group == MemberGroup.Images ? "Inference.Predict(this, image)"
        : member.Group == MemberGroup.Single ? "Inference.Predict(this, input, output)"
        : member.Signature.Contains(" data") ? "Inference.Predict(this, data, batchSize)"
        : $"Inference.Predict(this, new global::System.ReadOnlyMemory<float>[] {{ {string.Join(", ", inputs)} }})";
}
