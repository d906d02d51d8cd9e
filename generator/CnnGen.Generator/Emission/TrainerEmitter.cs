using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Emission;

/// <summary>The nested class that holds the optimizer and takes the steps.</summary>
internal static class TrainerEmitter
{
    public static void Emit(CodeWriter writer, ModelText model, TrainingPlan training)
    {
        writer.Line();
        using (writer.Open("private sealed class Trainer : global::CnnGen.IModelTrainer"))
        {
            writer.Line($"private readonly {model.Plan.Self} _model;");
            writer.Line($"private readonly {Torch.Modules}.{OptimizerClass(training)} _optimizer;");
            writer.Line();
            EmitConstructor(writer, model, training);
            writer.Line();
            EmitLearningRate(writer);
            writer.Line();
            writer.Line($"public void Seed(long seed) => {Torch.Root}.manual_seed(seed);");
            writer.Line();
            EmitStep(writer, model, training);
            writer.Line();
            writer.Line("public void SaveState(global::System.IO.BinaryWriter writer) => _optimizer.save_state_dict(writer);");
            writer.Line();
            writer.Line("public void LoadState(global::System.IO.BinaryReader reader) => _optimizer.load_state_dict(reader);");
            writer.Line();
            writer.Line("public void Dispose() => _optimizer.Dispose();");
        }
    }

    private static void EmitConstructor(CodeWriter writer, ModelText model, TrainingPlan training)
    {
        using (writer.Open($"public Trainer({model.Plan.Self} model, double learningRate)"))
        {
            writer.Line("_model = model;");
            writer.Line($"_optimizer = {Torch.Optim}.{OptimizerClass(training)}(model.parameters(), learningRate, {OptimizerArguments(training)});");
        }
    }

    // The optimizer is the one place that knows the rate: a loaded state brings its own.
    private static void EmitLearningRate(CodeWriter writer)
    {
        using (writer.Open("public double LearningRate"))
        {
            writer.Line("get => global::System.Linq.Enumerable.First(_optimizer.ParamGroups).LearningRate;");
            using (writer.Open("set"))
            {
                using (writer.Open("foreach (var group in _optimizer.ParamGroups)"))
                {
                    writer.Line("group.LearningRate = value;");
                }
            }
        }
    }

    private static void EmitStep(CodeWriter writer, ModelText model, TrainingPlan training)
    {
        using (writer.Open("public global::CnnGen.BatchResult Step(global::CnnGen.Batch batch)"))
        {
            writer.Line($"using var scope = {Torch.Root}.NewDisposeScope();");
            writer.Line("_model.train();");
            writer.Line("_optimizer.zero_grad();");
            writer.Line("var logits = _model.Logits(_model.Images(batch));");
            writer.Line("var targets = Targets(batch, logits.device);");
            writer.Line($"var loss = LossOf(logits, targets){(model.Penalties.Count == 0 ? "" : " + _model.Penalty()")};");
            writer.Line("double value = loss.item<float>();");
            writer.Line();
            writer.Line("// Gradients of a loss that is not a number would make the weights the same.");
            using (writer.Open("if (double.IsFinite(value))"))
            {
                writer.Line("loss.backward();");
                if (DecaysByHand(training))
                {
                    EmitDecay(writer, training);
                    writer.Line();
                }

                writer.Line("_optimizer.step();");
            }

            writer.Line();
            writer.Line("return Measure(batch.Count, value, logits, targets);");
        }
    }

    private static void EmitDecay(CodeWriter writer, TrainingPlan training)
    {
        writer.Line();
        writer.Line("// As in Keras, the decay is of the weights and does not pass through the optimizer's averages.");
        using (writer.Open($"using ({Torch.Root}.no_grad())"))
        {
            using (writer.Open("foreach (var weight in _model.parameters())"))
            {
                using (writer.Open("if (weight.requires_grad)"))
                {
                    writer.Line($"weight.mul_(1.0 - (LearningRate * {Literals.Double(training.WeightDecay)}));");
                }
            }
        }
    }

    private static bool DecaysByHand(TrainingPlan training) =>
        training is { WeightDecay: > 0, Optimizer: Optimizer.SGD or Optimizer.RMSprop };

    // Adam with Keras's weight decay is what PyTorch calls AdamW.
    private static string OptimizerClass(TrainingPlan training) => training.Optimizer switch
    {
        Optimizer.Adam => training.WeightDecay > 0 ? "AdamW" : "Adam",
        Optimizer.RMSprop => "RMSProp",
        _ => training.Optimizer.ToString(),
    };

    private static string OptimizerArguments(TrainingPlan training) => training.Optimizer switch
    {
        Optimizer.SGD =>
            $"{Literals.Double(training.Momentum)}, 0.0, 0.0, {Literals.Boolean(training.Nesterov)}",
        Optimizer.RMSprop =>
            $"{Literals.Double(training.Rho)}, {Literals.Double(training.Epsilon)}, 0.0, {Literals.Double(training.Momentum)}",
        _ =>
            $"{Literals.Double(training.Beta1)}, {Literals.Double(training.Beta2)}, {Literals.Double(training.Epsilon)}, {Literals.Double(training.WeightDecay)}",
    };
}
