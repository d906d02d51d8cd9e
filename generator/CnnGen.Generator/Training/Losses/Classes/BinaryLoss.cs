using CnnGen.Generator.Language;

namespace CnnGen.Generator.Training.Losses;

/// <summary>A loss over classes of which each is right or wrong on its own, or over two classes that one unit tells apart.</summary>
internal abstract record BinaryLoss : LossKind
{
    public override string Wanted => "labels of two classes";

    public override bool IsForOneUnit => true;

    public override bool AreOfUnits => true;

    public override string Prediction => "BinaryLogits";

    public override Activation Right => Activation.Sigmoid;

    public override bool Takes(LabelKind labels, int classes) => labels switch
    {
        LabelKind.ClassIndex => classes <= 2,
        _ => labels is LabelKind.OneHot or LabelKind.MultiHot,
    };

    public override bool Follows(Activation last) => last is Activation.Sigmoid or Activation.Linear or Activation.ReLU;
}
