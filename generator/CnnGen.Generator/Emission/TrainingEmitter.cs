using CnnGen.Generator.Graph;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Emission;

/// <summary>Training and evaluation, written out for one loss, one optimizer and the metrics that are asked for.</summary>
internal static class TrainingEmitter
{
    private const string Trainable = "global::CnnGen.ITrainableModel";

    public static void Emit(CodeWriter writer, ModelText model, TrainingPlan training)
    {
        EmitSettings(writer, training);
        writer.Line();
        writer.Line($"global::CnnGen.IModelTrainer {Trainable}.CreateTrainer(double learningRate) => new Trainer(this, learningRate);");
        EmitEvaluate(writer, model);
        EmitTargets(writer, model, training);
        EmitLoss(writer, model, training);
        EmitPenalty(writer, model);
        EmitMeasure(writer, model, training);
        TrainerEmitter.Emit(writer, model, training);
    }

    public static void EmitUse(CodeWriter writer)
    {
        writer.Line();
        DocumentationEmitter.Summary(writer, "Trains the network on a data set.");
        DocumentationEmitter.Parameter(writer, "data", "Images of the input's shape, with labels.");
        DocumentationEmitter.Parameter(writer, "options", "What is to differ from the training attribute.");
        DocumentationEmitter.Returns(writer, "Loss and metrics of every epoch.");
        writer.Line("public global::CnnGen.TrainingHistory Fit(global::CnnGen.ImageDataset data, global::CnnGen.TrainingOptions? options = null) =>");
        writer.Continue("global::CnnGen.TrainingLoop.Fit(this, data, options);");
        writer.Line();
        DocumentationEmitter.Summary(writer, "Measures loss and metrics over a data set.");
        DocumentationEmitter.Parameter(writer, "data", "Images of the input's shape, with labels.");
        DocumentationEmitter.Parameter(writer, "batchSize", "Images that are worked on at once.");
        DocumentationEmitter.Returns(writer, "The means over all images.");
        writer.Line("public global::CnnGen.EvaluationResult Evaluate(global::CnnGen.ImageDataset data, int batchSize = 256) =>");
        writer.Continue("global::CnnGen.Evaluation.Evaluate(this, data, batchSize);");
    }

    private static void EmitSettings(CodeWriter writer, TrainingPlan training)
    {
        string seed = training.Seed is { } number ? Literals.Integer(number) : "null";
        writer.Line();
        writer.Line($"global::CnnGen.TrainingSettings {Trainable}.Settings {{ get; }} = new global::CnnGen.TrainingSettings");
        writer.Line("{");
        writer.Continue($"Epochs = {Literals.Integer(training.Epochs)},");
        writer.Continue($"BatchSize = {Literals.Integer(training.BatchSize)},");
        writer.Continue($"LearningRate = {Literals.Double(training.LearningRate)},");
        writer.Continue($"ValidationSplit = {Literals.Double(training.ValidationSplit)},");
        writer.Continue($"Shuffle = {Literals.Boolean(training.Shuffle)},");
        writer.Continue($"Seed = {seed},");
        writer.Continue($"Optimizer = global::CnnGen.Optimizer.{training.Optimizer},");
        writer.Continue($"Loss = global::CnnGen.Loss.{training.Loss},");
        writer.Continue($"Metrics = {MetricsValue(training.Metrics)},");
        writer.Line("};");
    }

    private static string MetricsValue(Metrics metrics) =>
        "global::CnnGen.Metrics." + metrics.ToString().Replace(", ", " | global::CnnGen.Metrics.");

    private static void EmitEvaluate(CodeWriter writer, ModelText model)
    {
        writer.Line();
        using (writer.Open($"global::CnnGen.BatchResult {Trainable}.Evaluate(global::CnnGen.Batch batch)"))
        {
            writer.Line($"using var scope = {Torch.Root}.NewDisposeScope();");
            writer.Line($"using var noGrad = {Torch.Root}.no_grad();");
            writer.Line("eval();");
            writer.Line("var logits = Logits(Images(batch));");
            writer.Line("var targets = Targets(batch, logits.device);");
            writer.Line($"double loss = {(model.Penalties.Count == 0 ? "LossOf(logits, targets)" : "(LossOf(logits, targets) + Penalty())")}.item<float>();");
            writer.Line("return Measure(batch.Count, loss, logits, targets);");
        }
    }

    // Class indices are Int64, as PyTorch's losses want them.
    private static void EmitTargets(CodeWriter writer, ModelText model, TrainingPlan training)
    {
        writer.Line();
        writer.Line($"private static {Torch.Tensor} Targets(global::CnnGen.Batch batch, {Torch.Root}.Device device) =>");
        string units = Literals.Long(model.Graph.Output.Channels);
        writer.Continue(training switch
        {
            { Labels: LabelKind.ClassIndex, Loss: Loss.BinaryCrossentropy } =>
                $"{Torch.Root}.tensor(batch.Labels, new long[] {{ batch.Count, {units} }}, {Torch.Root}.int64, device).to({Torch.Root}.float32);",
            { Labels: LabelKind.ClassIndex } => $"{Torch.Root}.tensor(batch.Labels, new long[] {{ batch.Count }}, {Torch.Root}.int64, device);",
            _ => $"{Torch.Root}.tensor(batch.Targets, new long[] {{ batch.Count, {units} }}, {Torch.Root}.float32, device);",
        });
    }

    // Losses over classes take the scores; the others compare what the network gives.
    private static void EmitLoss(CodeWriter writer, ModelText model, TrainingPlan training)
    {
        string output = OutputOf(model, "logits");
        writer.Line();
        // Not 'Loss': that name would hide the enum in the class's own attribute.
        writer.Line($"private static {Torch.Tensor} LossOf({Torch.Tensor} logits, {Torch.Tensor} targets) =>");
        writer.Continue(training.Loss switch
        {
            Loss.BinaryCrossentropy => $"{Torch.Functional}.binary_cross_entropy_with_logits(logits, targets);",
            Loss.MeanSquaredError => $"{Torch.Functional}.mse_loss({output}, targets);",
            Loss.MeanAbsoluteError => $"{Torch.Functional}.l1_loss({output}, targets);",
            _ => $"{Torch.Functional}.cross_entropy(logits, targets);",
        });
    }

    private static void EmitPenalty(CodeWriter writer, ModelText model)
    {
        if (model.Penalties.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.Line("// What the regularised kernels add to the loss.");
        writer.Line($"private {Torch.Tensor} Penalty() =>");
        for (int i = 0; i < model.Penalties.Count; i++)
        {
            writer.Continue((i == 0 ? "" : "+ ") + model.Penalties[i] + (i == model.Penalties.Count - 1 ? ";" : ""));
        }
    }

    private static void EmitMeasure(CodeWriter writer, ModelText model, TrainingPlan training)
    {
        writer.Line();
        using (writer.Open(
            $"private static global::CnnGen.BatchResult Measure(int count, double loss, {Torch.Tensor} logits, {Torch.Tensor} targets)"))
        {
            writer.Line("return new global::CnnGen.BatchResult");
            writer.Line("{");
            writer.Continue("Count = count,");
            writer.Continue("Loss = loss,");
            EmitMetrics(writer, model, training);
            writer.Line("};");
        }
    }

    private static void EmitMetrics(CodeWriter writer, ModelText model, TrainingPlan training)
    {
        bool isOneUnit = training is { Labels: LabelKind.ClassIndex, Loss: Loss.BinaryCrossentropy };
        string classes = training.Labels == LabelKind.OneHot ? "targets.argmax(1L)" : "targets";
        if ((training.Metrics & Metrics.Accuracy) != 0)
        {
            string right = isOneUnit ? "logits.gt(0.0).eq(targets.gt(0.5))" : $"logits.argmax(1L).eq({classes})";
            writer.Continue($"Correct = {right}.sum().item<long>(),");
        }

        if ((training.Metrics & Metrics.Top5Accuracy) != 0)
        {
            writer.Continue($"CorrectTop5 = logits.topk(5, 1).Item2.eq({classes}.unsqueeze(1L)).sum().item<long>(),");
        }

        if ((training.Metrics & Metrics.MeanAbsoluteError) != 0)
        {
            writer.Continue($"AbsoluteError = {Torch.Functional}.l1_loss({OutputOf(model, "logits")}, targets).item<float>(),");
        }
    }

    private static string OutputOf(ModelText model, string logits) => model.Folded == Activation.Linear
        ? logits
        : ActivationCode.Apply(model.Folded, logits, model.Graph.Output);
}
