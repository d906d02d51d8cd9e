using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Text;
using CnnGen.Generator.Training;
using CnnGen.Generator.Training.Optimizers;

namespace CnnGen.Generator.Emission;

/// <summary>Training and evaluation, written out for the losses, the optimizer and the metrics that are asked for.</summary>
internal static class TrainingEmitter
{
    private const string ConstrainMethod = "Constrain";

    public static void Emit(CodeWriter writer, ModelText model, TrainingPlan training)
    {
        EmitSettings(writer, training);
        InferenceEmitter.EmitList(writer, $"{Library.Trainable}.Targets", "OutputTarget", model.Outputs.Select(TargetEmitter.Description).ToList());
        MeasureEmitter.EmitList(writer, model);
        EmitTrainer(writer, model, training);
        CompareEmitter.Emit(writer, model);
        EmitPenalty(writer, model);
        EmitConstrain(writer, model);
        MeasureEmitter.Emit(writer, model);
        if (training.Optimizer is WrittenOptimizer optimizer)
        {
            OptimizerEmitter.Emit(writer, optimizer);
        }
    }

    private static void EmitSettings(CodeWriter writer, TrainingPlan training)
    {
        string seed = training.Seed is { } number ? $"Seed = {Literals.Integer(number)}, " : "";
        writer.Text($$"""

            {{Library.Root}}.TrainingSettings {{Library.Trainable}}.Settings { get; } = new {{Library.Root}}.TrainingSettings
            {
                Epochs = {{Literals.Integer(training.Epochs)}}, BatchSize = {{Literals.Integer(training.BatchSize)}}, Shuffle = {{Literals.Boolean(training.Shuffle)}}, {{seed}}ValidationSplit = {{Literals.Double(training.ValidationSplit)}},
                Optimizer = {{Library.Root}}.{{training.Optimizer.Text}}, LearningRate = {{Literals.Double(training.Optimizer.LearningRate)}},
            """);
        writer.Lines(MoreSettings(training).Select(static setting => $"    {setting},"));
        writer.Line("};");
    }

    // What is not as in most trainings.
    private static IEnumerable<string> MoreSettings(TrainingPlan training)
    {
        if (training.Optimizer.Given.Length > 0)
        {
            yield return $"OptimizerArguments = {Literals.String(training.Optimizer.Given)}";
        }

        if (!training.Schedule.IsPlain)
        {
            yield return $"Schedule = {training.Schedule.Creation}";
        }

        if (training.ClipNorm > 0)
        {
            yield return $"ClipNorm = {Literals.Double(training.ClipNorm)}";
        }

        if (training.AccumulateSteps > 1)
        {
            yield return $"AccumulateSteps = {Literals.Integer(training.AccumulateSteps)}";
        }

        if (training.Outputs.Any(static output => output.IsBalanced))
        {
            yield return "BalanceClasses = true";
        }
    }

    private static void EmitTrainer(CodeWriter writer, ModelText model, TrainingPlan training)
    {
        string optimizer = training.Optimizer is WrittenOptimizer
            ? training.Optimizer.Creation
            : $"new {Library.Root}.Generated.TorchOptimizer({training.Optimizer.Creation})";
        string decay = training.Optimizer.DecaysByHand ? $"WeightDecay = {Literals.Double(training.Optimizer.WeightDecay)}" : "";
        string constrain = model.Constraints.Count > 0 ? $"{ConstrainMethod} = {ConstrainMethod}" : "";
        string properties = string.Join(", ", new[] { decay, constrain }.Where(static property => property.Length > 0));
        writer.Text($"""

            {Library.Root}.IModelTrainer {Library.Trainable}.CreateTrainer(double learningRate) => new {TrainerText.Trainer}(
                {GeneratedMembers.State}, {optimizer}, Compare, Measure){(properties.Length > 0 ? $" {{ {properties} }}" : "")};

            {Library.Root}.BatchResult {Library.Trainable}.Evaluate({Library.Root}.Batch batch) =>
                {TrainerText.Trainer}.Evaluate({GeneratedMembers.State}, batch, Compare, Measure);
            """);
    }

    private static void EmitPenalty(CodeWriter writer, ModelText model)
    {
        if (model.Penalties.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.Line("// What regularised weights add to the loss.");
        writer.Line($"private {Torch.Tensor} Penalty() =>");
        for (int i = 0; i < model.Penalties.Count; i++)
        {
            writer.Continue((i == 0 ? "" : "+ ") + model.Penalties[i] + (i == model.Penalties.Count - 1 ? ";" : ""));
        }
    }

    private static void EmitConstrain(CodeWriter writer, ModelText model)
    {
        if (model.Constraints.Count > 0)
        {
            writer.Line();
            writer.Line("// What weights are held to, after each step.");
            using (writer.Open($"private void {ConstrainMethod}()"))
            {
                writer.Lines(model.Constraints);
            }
        }
    }
}
