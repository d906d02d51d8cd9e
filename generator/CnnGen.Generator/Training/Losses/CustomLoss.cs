using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Training.Losses;

/// <summary>A method of the user's: it takes what the network gives, after its last activation, and the labels as the data set has them.</summary>
/// <param name="Method">Its name.</param>
internal sealed record CustomLoss(string Method) : LossKind
{
    /// <summary>Whether one unit tells two classes apart, so that their indices come as zeros and ones.</summary>
    public bool HasOneUnit { get; init; }

    public override string Text => "CustomLoss";

    public override string Wanted => "labels";

    public override void Describe(LayerSettings settings) => settings.Add("customLoss", Method, usual: "");

    public override bool IsForOneUnit => HasOneUnit;

    public override bool Takes(LabelKind labels, int classes) => true;

    public override bool CanWeigh => false;

    public override TensorCode Losses(TrainingTerms terms) => throw new System.NotSupportedException("It gives the mean of a batch.");

    public override TensorCode Code(TrainingTerms terms) => $"{terms.Own(Method)}({terms.WholeOutputs}, {terms.WholeTargets})";
}
