using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Text;
using CnnGen.Generator.Training;

namespace CnnGen.Generator.Emission;

/// <summary>The measures beside the loss: what they are, and the numbers that a batch gives for them.</summary>
internal static class MeasureEmitter
{
    private const string LossMeasure = Library.Root + ".Measure.Mean(\"loss\", false)";

    /// <summary>The property that says what is measured.</summary>
    public static void EmitList(CodeWriter writer, ModelText model)
    {
        bool areSeveral = model.Outputs.Count > 1;
        List<string> measures = model.Outputs.SelectMany(output => output.Plan!.Metrics
            .Select(metric => Definition(output, metric))
            .Prepend(!areSeveral ? "" : output.Plan.IgnoredClass is null ? LossMeasure : $"{LossMeasure}.OverKept()")
            .Where(static measure => measure.Length > 0)
            .Select(measure => areSeveral ? $"{measure}.Of({Literals.String(output.Name)})" : measure)).ToList();
        writer.Line();
        writer.Line($"{Library.List(Library.Root + ".Measure")} {Library.Trainable}.Measures {{ get; }} = new {Library.Root}.Measure[]");
        writer.Line("{");
        foreach (string measure in measures)
        {
            writer.Continue(measure + ",");
        }

        writer.Line("};");
    }

    /// <summary>The method that measures a batch.</summary>
    public static void Emit(CodeWriter writer, ModelText model)
    {
        writer.Line();
        using (writer.Open(
            $"private static {Library.Root}.BatchResult Measure(int count, double loss, {Library.Root}.Generated.Comparison found)"))
        {
            if (model.Outputs.Count == 1 && model.Outputs[0].Plan!.Metrics.Count == 0)
            {
                writer.Line($"return new {Library.Root}.BatchResult {{ Count = count, Loss = loss{LossParts(model)} }};");
                return;
            }

            writer.Line($"using var noGrad = {Torch.Root}.no_grad();");
            if (model.Outputs.Count == 1)
            {
                EmitOne(writer, model);
            }
            else
            {
                EmitSeveral(writer, model);
            }
        }
    }

    private static void EmitOne(CodeWriter writer, ModelText model)
    {
        writer.Line("var (logits, targets) = (found.Outputs[0].Logits, found.Outputs[0].Targets);");
        var (locals, statements, end) = Sums(model.Outputs[0], 0);
        writer.Lines(locals);
        writer.Line($"var sums = new double[{Literals.Integer(end)}];");
        writer.Lines(statements);
        writer.Line($"return new {Library.Root}.BatchResult {{ Count = count, Loss = loss{LossParts(model)}, Sums = sums }};");
    }

    // Where rows are left out, the loss is a mean over those that are kept.
    private static string LossParts(ModelText model)
    {
        List<string> parts = model.Outputs.Where(static output => output.Plan!.IgnoredClass is not null).Select(output =>
        {
            string found = $"found.Outputs[{Literals.Integer(output.Place)}]";
            string weight = model.Outputs.Count == 1 || output.Plan!.Weight == 1 ? "" : $" * {Literals.Double(output.Plan!.Weight)}";
            return $"{found}.Loss!.item<float>(){weight}, {found}.Targets.shape[0]";
        }).ToList();
        return parts.Count == 0 ? "" : $", LossParts = new double[] {{ {string.Join(", ", parts)} }}";
    }

    private static void EmitSeveral(CodeWriter writer, ModelText model)
    {
        var bodies = new List<(OutputText Output, IReadOnlyList<string> Lines)>();
        int end = 0;
        foreach (OutputText output in model.Outputs)
        {
            bool leavesOut = output.Plan!.IgnoredClass is not null;
            string rows = leavesOut ? "targets.shape[0]" : "count";
            List<string> loss = [$"sums[{Literals.Integer(end)}] = {rows} * found.Outputs[{Literals.Integer(output.Place)}].Loss!.item<float>();"];
            if (leavesOut)
            {
                loss.Add($"sums[{Literals.Integer(++end)}] = {rows};");
            }

            var (locals, statements, next) = Sums(output, end + 1);
            bodies.Add((output, locals.Concat(loss).Concat(statements).ToList()));
            end = next;
        }

        writer.Line($"var sums = new double[{Literals.Integer(end)}];");
        writer.Lines(bodies.Select(static body => $"measure_{body.Output.Identifier}(found.Outputs[{Literals.Integer(body.Output.Place)}].Logits, found.Outputs[{Literals.Integer(body.Output.Place)}].Targets);"));
        writer.Line($"return new {Library.Root}.BatchResult {{ Count = count, Loss = loss{LossParts(model)}, Sums = sums }};");
        foreach (var (output, lines) in bodies)
        {
            writer.Line();
            using (writer.Open($"void measure_{output.Identifier}({Torch.Tensor} logits, {Torch.Tensor} targets)"))
            {
                writer.Lines(lines);
            }
        }
    }

    private static (IReadOnlyList<string> Locals, IReadOnlyList<string> Statements, int End) Sums(OutputText output, int first)
    {
        TrainingTerms terms = TermsOf.Output(output);
        var code = new MeasureCode(terms);
        var statements = new List<string>();
        foreach (MetricKind metric in output.Plan!.Metrics)
        {
            statements.AddRange(metric.Statements(code, first));
            first += metric.Count(terms);
            if (IsOverKept(output, metric))
            {
                statements.Add($"sums[{Literals.Integer(first++)}] = targets.shape[0];");
            }
        }

        return (code.Locals, statements, first);
    }

    private static string Definition(OutputText output, MetricKind metric)
    {
        string measure = metric.Definition(TermsOf.Output(output));
        return IsOverKept(output, metric) ? $"{measure}.OverKept()"
            : metric.IsOverRows && output.Plan!.Positions > 1 ? $"{measure}.OverPositions({Literals.Long(output.Plan.Positions)})"
            : measure;
    }

    // Where rows are left out, each batch says how many there were.
    private static bool IsOverKept(OutputText output, MetricKind metric) => metric.IsOverRows && output.Plan!.IgnoredClass is not null;
}
