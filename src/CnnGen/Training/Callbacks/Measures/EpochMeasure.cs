namespace CnnGen;

/// <summary>
/// A measure of an epoch that a callback can watch, by Keras's name: one of those here, or any other as a text,
/// <c>Measure = "val_precision"</c>.
/// </summary>
/// <param name="name"><c>loss</c> or the name of what the model measures, with <c>val_</c> before it for the validation images.</param>
public readonly struct EpochMeasure(string name) : IEquatable<EpochMeasure>
{
    private readonly string? _name = name;

    /// <summary>The loss on the validation images.</summary>
    public static EpochMeasure ValidationLoss => new(MeasureNames.Validation + MeasureNames.Loss);

    /// <summary>The accuracy on the validation images.</summary>
    public static EpochMeasure ValidationAccuracy => new(MeasureNames.Validation + MeasureNames.Accuracy);

    /// <summary>The loss on the training images.</summary>
    public static EpochMeasure Loss => new(MeasureNames.Loss);

    /// <summary>The accuracy on the training images.</summary>
    public static EpochMeasure Accuracy => new(MeasureNames.Accuracy);

    /// <summary>Keras's name.</summary>
    public string Name => _name ?? MeasureNames.Validation + MeasureNames.Loss;

    /// <summary>Whether it is taken on the validation images.</summary>
    internal bool IsOfValidation => Name.StartsWith(MeasureNames.Validation, StringComparison.Ordinal);

    /// <summary>The name without what says that it is of the validation images.</summary>
    internal string OwnName => IsOfValidation ? Name[MeasureNames.Validation.Length..] : Name;

    /// <summary>The measure of a name.</summary>
    public static implicit operator EpochMeasure(string name) => new(name);

    /// <summary>Whether both have one name.</summary>
    public static bool operator ==(EpochMeasure left, EpochMeasure right) => left.Equals(right);

    /// <summary>Whether they have different names.</summary>
    public static bool operator !=(EpochMeasure left, EpochMeasure right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EpochMeasure other) => Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EpochMeasure other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
