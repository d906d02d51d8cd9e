using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Text;
using CnnGen.Generator.Training;

namespace CnnGen.Generator.Emission;

/// <summary>What an output should give: as the library describes it, and as a tensor.</summary>
internal static class TargetEmitter
{
    /// <summary>The library's description.</summary>
    public static string Description(OutputText output)
    {
        OutputPlan plan = output.Plan!;
        string loss = plan.Loss is Generator.Training.Losses.CustomLoss own
            ? $"Loss = {Library.Root}.Loss.Auto, CustomLoss = {Literals.String(own.Method)}"
            : $"Loss = {Library.Root}.{plan.Loss.Text}";
        string given = plan.Loss.Given.Length == 0 ? "" : $", LossArguments = {Literals.String(plan.Loss.Given)}";
        string weight = plan.Weight == 1 ? "" : $", Weight = {Literals.Double(plan.Weight)}";
        string[] metrics = plan.Metrics.Where(static metric => metric.IsOfTheLanguage).Select(static metric => $"{Library.Root}.Metrics.{metric.Name}").ToArray();
        string measured = metrics.Length == 0 ? $"{Library.Root}.Metrics.None" : string.Join(" | ", metrics);
        return $"new {Library.Root}.OutputTarget {{ Target = {Target(plan)}, {loss}{given}{weight}, Metrics = {measured} }}";
    }

    /// <summary>The labels of a batch, a row for each position: class indices are Int64, as PyTorch's losses want them.</summary>
    public static string Tensor(OutputText output)
    {
        OutputPlan plan = output.Plan!;
        string place = Literals.Integer(output.Place);
        string rows = plan.Positions == 1 ? "batch.Count" : $"batch.Count * {Literals.Long(plan.Positions)}";
        string units = Literals.Long(output.Shape.Channels);
        return plan switch
        {
            { IsOneUnit: true } =>
                $"{Torch.Root}.tensor(batch.Targets[{place}].Labels, new long[] {{ {rows}, {units} }}, {Torch.Root}.int64, device).to({Torch.Root}.float32)",
            { Labels: LabelKind.ClassIndex } => $"{Torch.Root}.tensor(batch.Targets[{place}].Labels, new long[] {{ {rows} }}, {Torch.Root}.int64, device)",
            _ => $"{Torch.Root}.tensor(batch.Targets[{place}].Values, new long[] {{ {rows}, {units} }}, {Torch.Root}.float32, device)",
        };
    }

    private static string Target(OutputPlan plan)
    {
        string name = Literals.String(plan.Target);
        string sizes = Literals.Integers(plan.Labels == LabelKind.Number ? InferenceEmitter.ChannelsLast(plan.Shape) : plan.Shape.IsVector ? [] : plan.Shape.Spatial);
        string target = plan.Labels == LabelKind.Number
            ? $"{Library.Root}.DataTarget.Numbers({name}, {sizes})"
            : $"{Library.Root}.DataTarget.{plan.Labels}({name}, {Literals.Integer(plan.Classes)}, {sizes})";
        return target + (plan.HasWeights ? ".Weighted()" : "") + (plan.IgnoredClass is { } ignored ? $".Ignoring({Literals.Integer(ignored)})" : "");
    }
}
