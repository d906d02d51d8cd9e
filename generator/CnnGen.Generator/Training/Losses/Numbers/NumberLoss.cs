using CnnGen.Generator.Language;

namespace CnnGen.Generator.Training.Losses;

/// <summary>A loss that compares numbers with what the network gives, whatever its last layer is.</summary>
internal abstract record NumberLoss : LossKind
{
    public override string Wanted => "numbers";

    public override bool AreOfUnits => true;

    public override bool Takes(LabelKind labels, int classes) => labels != LabelKind.ClassIndex;
}
