using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Text;
using CnnGen.Generator.Training;

namespace CnnGen.Generator.Emission;

/// <summary>The method that compares what the network gives for a batch with what it should give.</summary>
internal static class CompareEmitter
{
    private const string Comparison = Library.Root + ".Generated.Comparison";
    private const string Compared = Library.Root + ".Generated.Compared";

    public static void Emit(CodeWriter writer, ModelText model)
    {
        if (model.Outputs.Count == 1)
        {
            EmitOne(writer, model, model.Outputs[0]);
        }
        else
        {
            EmitSeveral(writer, model);
        }
    }

    private static void EmitOne(CodeWriter writer, ModelText model, OutputText output)
    {
        writer.Line();
        using (writer.Open($"private {Comparison} Compare({Library.Root}.Batch batch)"))
        {
            writer.Lines(PenaltyList(model));
            writer.Line($"var logits = {output.Rows($"Logits({Inputs(model)})")};");
            writer.Line("var device = logits.device;");
            writer.Lines(Statements(output, "logits", "targets", "LossOf"));
            string part = "";
            if (output.Plan!.IgnoredClass is not null)
            {
                // Beside the penalties: it is a mean over something else than they.
                writer.Line("var part = loss;");
                part = ", part";
            }

            EmitActivityPenalties(writer, model);
            writer.Line($"return new {Comparison}(loss{Penalty(model)}, new {Compared}(logits, targets{part}));");
        }

        EmitLoss(writer, output, "private static", "LossOf");
    }

    private static void EmitSeveral(CodeWriter writer, ModelText model)
    {
        writer.Line();
        using (writer.Open($"private {Comparison} Compare({Library.Root}.Batch batch)"))
        {
            writer.Lines(PenaltyList(model));
            writer.Line($"var ({string.Join(", ", model.Outputs.Select(static output => output.Identifier))}) = Logits({Inputs(model)});");
            writer.Line($"var device = {model.Outputs[0].Identifier}.device;");
            foreach (OutputText output in model.Outputs)
            {
                writer.Line();
                string name = output.Identifier;
                if (!output.Shape.IsVector)
                {
                    writer.Line($"{name} = {output.Rows(name)};");
                }

                writer.Lines(Statements(output, name, $"{name}_targets", $"{name}_loss_of", $"{name}_"));
            }

            writer.Line();
            string loss = string.Join(" + ", model.Outputs.Select(static output =>
                output.Plan!.Weight == 1 ? $"{output.Identifier}_loss" : $"{output.Identifier}_loss * {Literals.Double(output.Plan.Weight)}"));
            string compared = string.Join(", ", model.Outputs.Select(static output => $"new {Compared}({output.Identifier}, {output.Identifier}_targets, {output.Identifier}_loss)"));
            writer.Line($"var loss = {loss};");
            EmitActivityPenalties(writer, model);
            writer.Line($"return new {Comparison}(loss{Penalty(model)}, {compared});");
            foreach (OutputText output in model.Outputs)
            {
                EmitLoss(writer, output, "static", $"{output.Identifier}_loss_of");
            }
        }
    }

    // Targets and loss of an output; rows that stand for no class are left out of both.
    private static IEnumerable<string> Statements(OutputText output, string logits, string targets, string lossOf, string prefix = "")
    {
        OutputPlan plan = output.Plan!;
        string? kept = null;
        yield return $"var {targets} = {TargetEmitter.Tensor(output)};";
        if (plan.IgnoredClass is { } ignored)
        {
            kept = $"{prefix}kept";
            yield return $"var {kept} = {TrainerText.Trainer}.Kept(batch.Targets[{Literals.Integer(output.Place)}].Labels.Span, {Literals.Integer(ignored)}, device);";
            yield return $"{logits} = {logits}.index_select(0, {kept});";
            yield return $"{targets} = {targets}.index_select(0, {kept});";
        }

        string weights = plan.IsWeighted ? ", " + WeightEmitter.Expression(output, targets, kept) : "";
        string loss = $"{lossOf}({logits}, {targets}{weights})";
        yield return $"var {prefix}loss = {(kept is null ? loss : $"{kept}.shape[0] == 0 ? {logits}.sum() : {loss}")};";
    }

    // Losses over classes take the scores; the others compare what the network gives.
    private static void EmitLoss(CodeWriter writer, OutputText output, string modifiers, string name)
    {
        bool isWeighted = output.Plan!.IsWeighted;
        TrainingTerms terms = TermsOf.Output(output);
        TensorCode code = isWeighted ? output.Plan.Loss.Rows(terms) : output.Plan.Loss.Code(terms);
        string value = isWeighted ? $"({code.Value} * weights).mean()" : code.Value;
        writer.Line();
        // Not 'Loss': that name would hide the enum in the class's own attribute.
        string header = $"{modifiers} {Torch.Tensor} {name}({Torch.Tensor} logits, {Torch.Tensor} targets{(isWeighted ? $", {Torch.Tensor} weights" : "")})";
        if (code.Statements.Count == 0)
        {
            writer.Line(header + " =>");
            writer.Continue(value + ";");
            return;
        }

        using (writer.Open(header))
        {
            writer.Lines(code.Statements);
            writer.Line($"return {value};");
        }
    }

    private static IEnumerable<string> PenaltyList(ModelText model) =>
        model.HasActivityPenalties ? [$"var penalties = new {ModelText.PenaltyList}();"] : [];

    private static string Inputs(ModelText model) => InferenceEmitter.Inputs(model) + (model.HasActivityPenalties ? ", penalties" : "");

    private static void EmitActivityPenalties(CodeWriter writer, ModelText model)
    {
        if (model.HasActivityPenalties)
        {
            using (writer.Open("foreach (var penalty in penalties)"))
            {
                writer.Line("loss = loss + penalty;");
            }
        }
    }

    private static string Penalty(ModelText model) => model.Penalties.Count == 0 ? "" : " + Penalty()";
}
