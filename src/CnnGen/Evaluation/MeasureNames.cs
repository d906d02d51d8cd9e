namespace CnnGen;

/// <summary>The names of measures that results have properties for.</summary>
internal static class MeasureNames
{
    /// <summary>What stands before the name of a measure over the validation images, as in Keras.</summary>
    public const string Validation = "val_";

    public const string Loss = "loss";
    public const string Accuracy = "accuracy";
    public const string Top5Accuracy = "top5_accuracy";
    public const string MeanAbsoluteError = "mean_absolute_error";
}
