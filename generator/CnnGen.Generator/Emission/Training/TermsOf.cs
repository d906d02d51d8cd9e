using CnnGen.Generator.Language;
using CnnGen.Generator.Layers.Activations;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;
using CnnGen.Generator.Training;

namespace CnnGen.Generator.Emission;

/// <summary>What an output gives, in the words of losses and metrics.</summary>
internal static class TermsOf
{
    // Keras's epsilon: what keeps a logarithm finite.
    private const string Least = "1e-7";

    // The parameter of the methods that take what Logits gives.
    private const string Parameter = "logits";

    public static TrainingTerms Output(OutputText output)
    {
        OutputPlan plan = output.Plan!;
        string outputs = output.Folded == Activation.Linear ? Parameter : Apply(output.Folded, output);
        return new TrainingTerms
        {
            Class = output.Class,
            Logits = Logits(output),
            Outputs = outputs,
            Probabilities = Probabilities(output, outputs),
            WholeOutputs = output.Whole(outputs, isLabels: false),
            WholeTargets = output.Whole("targets", isLabels: plan is { Labels: LabelKind.ClassIndex, IsOneUnit: false }),
            Labels = plan.Labels,
            Units = output.Shape.Channels,
            IsOneUnit = plan.IsOneUnit,
        };
    }

    // Probabilities that another layer reads too are not folded into the loss; their scores are what they are of.
    private static string Logits(OutputText output) => (output.Folded, output.Last) switch
    {
        (Activation.Linear, Activation.Softmax) => $"{Parameter}.clamp_min({Least}).log()",
        (Activation.Linear, Activation.Sigmoid) =>
            $"({Parameter}.clamp_min({Least}) / (1.0 - {Parameter}).clamp_min({Least})).log()",
        _ => Parameter,
    };

    private static string Probabilities(OutputText output, string outputs) => (output.Last, output.Form.Kind) switch
    {
        (not (Activation.Softmax or Activation.Sigmoid), "Logits") => Apply(Activation.Softmax, output),
        (not (Activation.Softmax or Activation.Sigmoid), "BinaryLogits") => Apply(Activation.Sigmoid, output),
        _ => outputs,
    };

    // Rows are vectors, whatever they come from.
    private static string Apply(Activation activation, OutputText output) =>
        ActivationCode.Apply(activation, Parameter, output.Shape.Vector(output.Shape.Channels));
}
