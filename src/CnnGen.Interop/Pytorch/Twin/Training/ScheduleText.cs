namespace CnnGen.Interop;

/// <summary>Schedules of the learning rate.</summary>
internal static class ScheduleText
{
    public static void Write(PythonWriter writer, DeclaredTraining training)
    {
        string schedule = training.Word("schedule") ?? "Constant";
        double warmUp = training.Number("warmUp") ?? 0;
        writer.Line();
        writer.Line();
        writer.Block("def learning_rate(rate, step, steps_per_epoch, epochs):", () =>
        {
            writer.Line("\"\"\"The rate of a step, counted over all epochs from 0: an update, where it takes several batches.\"\"\"");
            if (schedule == "OneCycle")
            {
                writer.Lines(OneCycle(warmUp));
            }
            else if (schedule == "Constant" && warmUp == 0)
            {
                writer.Line("return rate");
            }
            else
            {
                writer.Lines(Decay(schedule, warmUp, training));
            }
        });
    }

    private static IEnumerable<string> Decay(string schedule, double warmUp, DeclaredTraining training)
    {
        string last = training.Real("finalLearningRate");
        string factor = training.Real("decayRate");
        yield return "steps = steps_per_epoch * epochs";
        yield return $"warm = {PythonText.Real(warmUp)} * steps";
        yield return "if step < warm:";
        yield return "    return rate * min((step + 1) / warm, 1)";
        yield return schedule switch
        {
            "Step" => $"return rate * {factor} ** ((step - warm) / steps_per_epoch // {PythonText.Integer(training.Number("decayEpochs") ?? 10)})",
            "Exponential" => $"return rate * {factor} ** ((step - warm) / steps_per_epoch)",
            "Cosine" => $"return {last} + (rate - {last}) * (1 + math.cos(math.pi * (step - warm) / (steps - warm))) / 2",
            "Polynomial" => $"return {last} + (rate - {last}) * (1 - (step - warm) / (steps - warm)) ** {training.Real("power", 1)}",
            _ => "return rate",
        };
    }

    private static string[] OneCycle(double warmUp) =>
    [
        "steps = steps_per_epoch * epochs",
        $"top = max({PythonText.Real(warmUp)} * steps - 1, 0)",
        "last = max(steps - 1, top + 1)",
        "if step < top:",
        "    start, end, share = 1 / 25, 1, step / top",
        "else:",
        "    start, end, share = 1, 1 / 250000, (step - top) / (last - top)",
        "return rate * (end + (start - end) * (1 + math.cos(math.pi * min(share, 1))) / 2)",
    ];
}
