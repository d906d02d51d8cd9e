namespace CnnGen;

/// <summary>What a data set's labels are.</summary>
public enum LabelKind
{
    /// <summary>One whole number an image, from zero to classes − 1.</summary>
    ClassIndex,

    /// <summary>A vector of one value a class: 1 at the right class, 0 elsewhere.</summary>
    OneHot,

    /// <summary>One or more numbers to come near to.</summary>
    Number,
}
