namespace CnnGen;

/// <summary>A measure of an epoch that a callback can watch.</summary>
public enum EpochMeasure
{
    /// <summary>The loss on the validation images.</summary>
    ValidationLoss,

    /// <summary>The accuracy on the validation images.</summary>
    ValidationAccuracy,

    /// <summary>The loss on the training images.</summary>
    Loss,

    /// <summary>The accuracy on the training images.</summary>
    Accuracy,
}
