using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Emission;

/// <summary>
/// The members of a model that has build errors. They cannot do anything, but the program around the model still compiles, so
/// that the list of errors shows the ones that matter.
/// </summary>
internal static class StubEmitter
{
    private const string Weights = "global::System.Collections.Generic.IReadOnlyList<global::CnnGen.Weight>";
    private const string Predictions = "global::System.Collections.Generic.IReadOnlyList<global::CnnGen.Prediction>";
    private const string Sizes = "global::System.ReadOnlySpan<int>";

    public static void Emit(CodeWriter writer, ModelPlan plan)
    {
        string contract = ModelEmitter.Contract(plan.IsSingle, plan.IsTrainable);
        string bases = plan.HasTorch ? $"{Torch.Module(plan.Inputs, plan.Outputs)}, {contract}" : contract;
        const string Thrown = "throw BuildErrors()";
        DocumentationEmitter.Summary(writer, Message(plan));
        ModelEmitter.GeneratedCode(writer);
        using (writer.Open($"partial class {plan.Self} : {bases}"))
        {
            EmitConstructor(writer, plan);
            foreach ((string name, string text) in Public(Thrown).Concat(Prediction(plan, Thrown)).Concat(Tensors(plan, Thrown)).Concat(Training(plan, Thrown)))
            {
                if (!plan.OwnMembers.Contains(name))
                {
                    EmitPublic(writer, plan, text);
                }
            }

            foreach (string member in Contract(plan, Thrown))
            {
                writer.Line();
                writer.Line(member);
            }

            writer.Line();
            writer.Line("private static global::System.Exception BuildErrors() =>");
            writer.Continue($"new global::System.InvalidOperationException({Literals.String(Message(plan))});");
        }
    }

    private static string Message(ModelPlan plan)
    {
        string errors = plan.Errors.Count == 0 ? "" : $" ({string.Join(", ", plan.Errors)})";
        return $"{plan.ClassName} has build errors{errors} and cannot run.";
    }

    private static void EmitConstructor(CodeWriter writer, ModelPlan plan)
    {
        if (!plan.HasTorch)
        {
            return;
        }

        DocumentationEmitter.Summary(writer, Message(plan));
        writer.Line($"public {plan.Identifier}() : base({Literals.String(plan.ClassName)}) => throw BuildErrors();");
    }

    private static void EmitPublic(CodeWriter writer, ModelPlan plan, string text)
    {
        writer.Line();
        DocumentationEmitter.Summary(writer, Message(plan));
        writer.Line($"public {text}");
    }

    private static IEnumerable<(string Name, string Text)> Public(string thrown)
    {
        yield return ("Summary", "const string Summary = \"\";");
        yield return ("Architecture", $"static global::CnnGen.ModelSummary Architecture => {thrown};");
        yield return ("ParameterCount", "const long ParameterCount = 0L;");
        yield return ("TrainableParameterCount", "const long TrainableParameterCount = 0L;");
        yield return ("NonTrainableParameterCount", "const long NonTrainableParameterCount = 0L;");
        yield return ("MultiplyAdds", "const long MultiplyAdds = 0L;");
        yield return ("ActivationBytes", "const long ActivationBytes = 0L;");
        yield return ("InputShape", $"static {Sizes} InputShape => {thrown};");
        yield return ("OutputShape", $"static {Sizes} OutputShape => {thrown};");
        yield return ("Save", $"void Save(string path) => {thrown};");
        yield return ("Load", $"void Load(string path) => {thrown};");
    }

    private static IEnumerable<(string Name, string Text)> Prediction(ModelPlan plan, string thrown)
    {
        if (plan.IsSingle)
        {
            yield return ("Predict", $"global::CnnGen.Prediction Predict(global::CnnGen.Image image) => {thrown};");
            yield return ("Predict", $"{Predictions} Predict(global::CnnGen.ImageDataset data, int batchSize = 256) => {thrown};");
        }
    }

    private static IEnumerable<(string Name, string Text)> Tensors(ModelPlan plan, string thrown)
    {
        if (plan.HasTorch)
        {
            string inputs = plan.Inputs == 1
                ? $"{Torch.Tensor} input"
                : string.Join(", ", Enumerable.Range(1, plan.Inputs).Select(static i => $"{Torch.Tensor} input{Literals.Integer(i)}"));
            yield return ("forward", $"override {Torch.Tensors(plan.Outputs)} forward({inputs}) => {thrown};");
            if (plan.Outputs == 1)
            {
                yield return ("Logits", $"{Torch.Tensor} Logits({inputs}) => {thrown};");
            }
        }
    }

    private static IEnumerable<(string Name, string Text)> Training(ModelPlan plan, string thrown)
    {
        if (plan.IsTrainable && plan.IsSingle)
        {
            yield return ("Fit",
                $"global::CnnGen.TrainingHistory Fit(global::CnnGen.ImageDataset data, global::CnnGen.TrainingOptions? options = null) => {thrown};");
            yield return ("Evaluate",
                $"global::CnnGen.EvaluationResult Evaluate(global::CnnGen.ImageDataset data, int batchSize = 256) => {thrown};");
        }
    }

    private static IEnumerable<string> Contract(ModelPlan plan, string thrown)
    {
        const string Network = "global::CnnGen.INetwork";
        const string Model = "global::CnnGen.ICnnModel";
        const string Trainable = "global::CnnGen.ITrainableModel";
        yield return $"global::CnnGen.ModelSummary {Network}.Architecture => {thrown};";
        yield return $"{Weights} {Network}.GetWeights() => {thrown};";
        yield return $"void {Network}.SetWeights({Weights} weights) => {thrown};";
        if (!plan.HasTorch)
        {
            yield return "void global::System.IDisposable.Dispose() { }";
        }

        if (plan.IsSingle)
        {
            yield return $"void {Model}.Predict(global::CnnGen.Batch batch, global::System.Span<float> outputs) => {thrown};";
        }

        if (plan.IsTrainable && plan.IsSingle)
        {
            yield return $"global::CnnGen.TrainingSettings {Trainable}.Settings => {thrown};";
            yield return $"global::CnnGen.IModelTrainer {Trainable}.CreateTrainer(double learningRate) => {thrown};";
            yield return $"global::CnnGen.BatchResult {Trainable}.Evaluate(global::CnnGen.Batch batch) => {thrown};";
        }
    }
}
