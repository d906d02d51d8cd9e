using CnnGen.Generator.Language;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Losses;

/// <summary>
/// A loss over classes of which one is right. It takes the scores before the softmax. ReLU can be trained, as scores that are never
/// below zero: advice speaks of it.
/// </summary>
internal abstract record ClassLoss : LossKind
{
    public override string Prediction => "Logits";

    public override Activation Right => Activation.Softmax;

    public override bool Follows(Activation last) => last is Activation.Softmax or Activation.Linear or Activation.ReLU;

    /// <summary>−log of the right class's probability, of each row.</summary>
    protected static TensorCode Crossentropies(TrainingTerms terms) =>
        $"{Torch.Functional}.cross_entropy({terms.Logits}, {terms.Targets}, null, -100L, {Torch.Nn}.Reduction.None)";
}
