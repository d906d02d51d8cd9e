using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Models;
using CnnGen.Generator.Text;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnGen.Generator.Emission;

/// <summary>
/// The members of a model that has build errors. They cannot do anything, but the program around the model still compiles, so
/// that the list of errors shows the ones that matter.
/// </summary>
internal static class StubEmitter
{
    private const string Thrown = "throw " + GeneratedMembers.Thrower + "()";
    private const string NoErrors = " has build errors and cannot run.";

    public static void Emit(CodeWriter writer, ModelPlan plan)
    {
        string contract = ModelEmitter.Contract(PredictionText.FromOutside(PredictionOf(plan), plan.Self), plan.IsTrainable);
        string bases = plan.HasTorch ? $"{Torch.Module(plan.Inputs, plan.Outputs)}, {contract}" : contract;
        DocumentationEmitter.Class(writer, plan.HasSummary, Message(plan));
        writer.Line(ModelEmitter.GeneratedCode());
        using (writer.Open($"partial class {plan.Self} : {bases}"))
        {
            EmitConstructor(writer, plan);
            if (!plan.OwnMembers.Contains(PredictionText.Record))
            {
                PredictionText.EmitRecord(writer, plan.OutputNames, plan.Predictions, Message(plan));
            }

            foreach ((_, string text) in Members(plan).Concat(Tensors(plan)).Where(member => !plan.OwnMembers.Contains(member.Name)))
            {
                EmitPublic(writer, plan, text);
            }

            foreach ((_, string text) in Contract(plan).Where(member => !plan.OwnMembers.Contains(member.Name)))
            {
                writer.Line();
                writer.Line(text);
            }

            writer.Line();
            writer.Line($"private static global::System.Exception {GeneratedMembers.Thrower}() =>");
            writer.Continue($"new global::System.InvalidOperationException({Literals.String(Message(plan))});");
        }
    }

    /// <summary>Whether a part of a class is such a stub that names no error, since the compiler was left to report what is wrong.</summary>
    public static bool IsSilent(TypeDeclarationSyntax part) => part.Members
        .OfType<MethodDeclarationSyntax>()
        .Any(static method => method.Identifier.ValueText == GeneratedMembers.Thrower && method.ToString().Contains(NoErrors));

    private static string Message(ModelPlan plan)
    {
        string errors = plan.Errors.Count == 0 ? NoErrors : $" has build errors ({string.Join(", ", plan.Errors)}) and cannot run.";
        return plan.ClassName + errors;
    }

    private static string PredictionOf(ModelPlan plan) => PredictionText.Type(plan.Predictions);

    private static void EmitConstructor(CodeWriter writer, ModelPlan plan)
    {
        if (!plan.HasTorch || !plan.HasConstructor)
        {
            return;
        }

        DocumentationEmitter.Summary(writer, Message(plan));
        writer.Line($"public {plan.Identifier}() : base({Literals.String(plan.ClassName)}) => {Thrown};");
    }

    private static void EmitPublic(CodeWriter writer, ModelPlan plan, string text)
    {
        writer.Line();
        DocumentationEmitter.Summary(writer, Message(plan));
        writer.Line($"public {text}");
    }

    private static IEnumerable<(string Name, string Text)> Members(ModelPlan plan) =>
        from member in GeneratedMembers.Of(MemberGroup.Network)
            .Concat(GeneratedMembers.Of(MemberGroup.Inference))
            .Concat(plan.Inputs == 1 ? GeneratedMembers.Of(MemberGroup.Images) : [])
            .Concat(plan.IsSingle ? GeneratedMembers.Of(MemberGroup.Single) : [])
            .Concat(plan.IsTrainable ? GeneratedMembers.Of(MemberGroup.Training) : [])
        let signature = UseEmitter.Signature(member, PredictionOf(plan), UseEmitter.InputNames(plan.InputNames))
        select (member.Name, signature + (member.Nothing is { } value ? $" = {value};" : $" => {Thrown};"));

    private static IEnumerable<(string Name, string Text)> Tensors(ModelPlan plan)
    {
        if (plan.HasTorch)
        {
            string inputs = plan.Inputs == 1
                ? $"{Torch.Tensor} input"
                : string.Join(", ", Enumerable.Range(1, plan.Inputs).Select(static i => $"{Torch.Tensor} input{Literals.Integer(i)}"));
            yield return ("forward", $"override {Torch.Tensors(plan.Outputs)} forward({inputs}) => {Thrown};");
            if (plan.Outputs == 1 || plan.IsTrainable)
            {
                yield return ("Logits", $"{Torch.Tensors(plan.Outputs)} Logits({inputs}) => {Thrown};");
            }
        }
    }

    // What the library's interfaces want, by the names under which a class could have it itself.
    private static IEnumerable<(string Name, string Text)> Contract(ModelPlan plan)
    {
        yield return ("INetwork.Architecture", $"{Library.Root}.ModelSummary {Library.Network}.Architecture => {Thrown};");
        yield return ("INetwork.GetWeights", $"{Library.Weights} {Library.Network}.GetWeights() => {Thrown};");
        yield return ("INetwork.SetWeights", $"void {Library.Network}.SetWeights({Library.Weights} weights) => {Thrown};");
        if (!plan.HasTorch)
        {
            yield return ("IDisposable.Dispose", "void global::System.IDisposable.Dispose() { }");
        }

        yield return ("ICnnModel.Inputs", $"{Library.List(Library.Root + ".DataInput")} {Library.Model}.Inputs => {Thrown};");
        yield return ("ICnnModel.Outputs", $"{Library.List(Library.Root + ".NetworkOutput")} {Library.Model}.Outputs => {Thrown};");
        yield return (
            "ICnnModel.Predict",
            $"void {Library.Model}.Predict({Library.Root}.Batch batch, {Library.List("global::System.Memory<float>")} outputs) => {Thrown};");
        yield return ("ICnnModel.Read", $"{PredictionOf(plan)} {Library.Model}<{PredictionOf(plan)}>.Read({Library.Root}.OutputValues values) => {Thrown};");
        if (plan.IsTrainable)
        {
            yield return ("ITrainableModel.Settings", $"{Library.Root}.TrainingSettings {Library.Trainable}.Settings => {Thrown};");
            yield return ("ITrainableModel.Targets", $"{Library.List(Library.Root + ".OutputTarget")} {Library.Trainable}.Targets => {Thrown};");
            yield return ("ITrainableModel.Measures", $"{Library.List(Library.Root + ".Measure")} {Library.Trainable}.Measures => {Thrown};");
            yield return (
                "ITrainableModel.CreateTrainer",
                $"{Library.Root}.IModelTrainer {Library.Trainable}.CreateTrainer(double learningRate) => {Thrown};");
            yield return ("ITrainableModel.Evaluate", $"{Library.Root}.BatchResult {Library.Trainable}.Evaluate({Library.Root}.Batch batch) => {Thrown};");
        }
    }
}
