using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Text;
using CnnGen.Generator.Training;

namespace CnnGen.Generator.Emission;

/// <summary>How much each row of an output counts in its loss.</summary>
internal static class WeightEmitter
{
    /// <summary>The factors of a row's weight: that of its example, and that of its class.</summary>
    /// <param name="output">The output.</param>
    /// <param name="targets">The tensor of its labels.</param>
    /// <param name="kept">The rows that are looked at; <see langword="null"/> for all.</param>
    public static string Expression(OutputText output, string targets, string? kept)
    {
        OutputPlan plan = output.Plan!;
        var factors = new List<string>();
        if (plan.HasWeights || plan.IsBalanced)
        {
            string weights = $"{Torch.Root}.tensor(batch.Targets[{Literals.Integer(output.Place)}].Weights, new long[] {{ batch.Count }}, {Torch.Root}.float32, device)";
            string rows = plan.Positions == 1 ? weights : $"{weights}.repeat_interleave({Literals.Long(plan.Positions)})";
            factors.Add(kept is null ? rows : $"{rows}.index_select(0, {kept})");
        }

        if (plan.ClassWeights.Count > 0)
        {
            // As in Keras, they are for the steps: what is measured is the same with and without them.
            string weights = string.Join(", ", plan.ClassWeights.Select(static weight => Literals.Double(weight) + "f"));
            string same = string.Join(", ", plan.ClassWeights.Select(static _ => "1.0f"));
            string table = $"{Torch.Root}.tensor(training ? new float[] {{ {weights} }} : new float[] {{ {same} }}).to(device)";
            string classes = plan switch
            {
                { IsOneUnit: true } => $"{targets}.squeeze(1).to({Torch.Root}.int64)",
                { Labels: LabelKind.OneHot } => $"{targets}.argmax(1)",
                _ => targets,
            };
            factors.Add($"{table}.index_select(0, {classes})");
        }

        return string.Join(" * ", factors);
    }
}
