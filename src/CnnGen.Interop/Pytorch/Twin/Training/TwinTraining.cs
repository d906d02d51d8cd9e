namespace CnnGen.Interop;

/// <summary>What trains the twin: the declaration as constants and functions, and a <c>main</c> for torchrun.</summary>
internal static class TwinTraining
{
    public static void Write(PythonWriter writer, ModelSummary model, TwinGraph graph, string name)
    {
        var training = new DeclaredTraining(model.Training);
        Constants(writer, training, name);
        WriteLosses(writer, graph, training);
        PenaltyText.Write(writer, graph, training);
        OptimizerText.Write(writer, training);
        ScheduleText.Write(writer, training);
        foreach (string part in new[] { "shuffle", "data", "processes", "snapshot", "train", "main" })
        {
            TwinScript.Part(writer, part);
        }
    }

    private static void Constants(PythonWriter writer, DeclaredTraining training, string name)
    {
        writer.Line();
        writer.Line();
        writer.Line("# What [Training] says.");
        writer.Line($"NETWORK = {name}");
        writer.Line($"BATCH_SIZE = {PythonText.Integer(training.Number("batchSize")!.Value)}");
        writer.Line($"EPOCHS = {PythonText.Integer(training.Number("epochs")!.Value)}");
        writer.Line($"LEARNING_RATE = {training.Real("learningRate")}");
        writer.Line($"SEED = {(training.Number("seed") is { } seed ? PythonText.Integer(seed) : "None")}");
        writer.Line($"SHUFFLE = {(training.Number("shuffle") == 0 ? "False" : "True")}");
        writer.Line($"VALIDATION_SPLIT = {training.Real("validationSplit")}");
        writer.Line($"CLIP_NORM = {training.Real("clipNorm")}");
        writer.Line($"ACCUMULATE_STEPS = {PythonText.Integer(training.Number("accumulateSteps") ?? 1)}");
        writer.Line($"WEIGHT_DECAY = {PythonText.Real(OptimizerText.DecayByHand(training))}");
    }

    private static void WriteLosses(PythonWriter writer, TwinGraph graph, DeclaredTraining training)
    {
        TwinScript.Part(writer, "rows");
        List<string> losses = [];
        for (int i = 0; i < graph.Outputs.Count; i++)
        {
            TwinOutput output = graph.Outputs[i];
            DeclaredOutput declared = training.Outputs[i];
            var loss = new LossText(declared, output, graph.Ending(i));
            string function = graph.Outputs.Count == 1 ? "compare" : $"compare_{PythonNames.Variable(declared.Name).TrimEnd('_')}_{i}";
            string label = graph.Outputs.Count == 1 ? "accuracy" : $"{declared.Name}_accuracy";
            losses.Add($"({PythonText.String(label)}, {function}, {PythonText.Real(declared.Number("weight", 1))})");
            WriteLoss(writer, loss, function, output.Shape.Channels);
        }

        writer.Line();
        writer.Line();
        writer.Line("# For each output the name of its accuracy, its loss, and how much that counts.");
        writer.Line("OUTPUTS = [");
        writer.Lines(losses.Select(static loss => $"    {loss},"));
        writer.Line("]");
    }

    private static void WriteLoss(PythonWriter writer, LossText loss, string function, int channels)
    {
        writer.Line();
        writer.Line();
        writer.Block($"def {function}(scores, targets):", () =>
        {
            writer.Line("\"\"\"The mean loss, how many answers are right, and of how many.\"\"\"");
            writer.Line($"scores = rows(scores, {PythonText.Integer(channels)})");
            writer.Line($"targets = {loss.Targets}");
            writer.Line();
            writer.Block("def loss():", () => writer.Lines(loss.Statements));
            writer.Line();
            writer.Line(loss.Right is { } right ? $"return loss(), {right}, len(scores)" : "return loss(), torch.zeros(()), 0");
        });
    }
}
