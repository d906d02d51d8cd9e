namespace CnnGen;

/// <summary>What a data set's labels are.</summary>
public enum LabelKind
{
    /// <summary>One whole number an image, from zero to classes − 1.</summary>
    ClassIndex,

    /// <summary>
    /// A vector of one value a class: 1 at the right class, 0 elsewhere. With <see cref="Loss.CategoricalCrossentropy"/> it can also hold
    /// probabilities that sum up to 1, with <see cref="Loss.BinaryCrossentropy"/> a 1 for each of several classes.
    /// </summary>
    OneHot,

    /// <summary>One or more numbers to come near to.</summary>
    Number,

    /// <summary>A vector of one value a class: 1 at each of the classes that the example has, be they none or several.</summary>
    MultiHot,
}
