namespace CnnGen;

/// <summary>
/// An argument of a layer, as far as computing the layer's output needs it: numbers, such as the strides along each axis, or a word, such as
/// an activation. Defaults are put in, and <c>padding</c> is not Keras's word but the zeros at both ends of each axis: top, bottom, left, right.
/// </summary>
public sealed class LayerSetting : IEquatable<LayerSetting>
{
    /// <summary>An argument of one or several numbers.</summary>
    /// <param name="name">Keras's name in the case of C#'s locals: <c>kernelSize</c>.</param>
    /// <param name="numbers">One for each axis, or what else the argument has.</param>
    public LayerSetting(string name, params double[] numbers)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(numbers);
        (Name, Numbers) = (name, numbers);
    }

    /// <summary>An argument that is a word.</summary>
    /// <param name="name">Keras's name in the case of C#'s locals: <c>activation</c>.</param>
    /// <param name="word">The member of the enum: <c>ReLU</c>.</param>
    public LayerSetting(string name, string word)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(word);
        (Name, Numbers, Word) = (name, [], word);
    }

    /// <summary>Keras's name in the case of C#'s locals: <c>kernelSize</c>.</summary>
    public string Name { get; }

    /// <summary>Its numbers; empty beside a <see cref="Word"/>.</summary>
    public IReadOnlyList<double> Numbers { get; }

    /// <summary>Its word; <see langword="null"/> beside <see cref="Numbers"/>.</summary>
    public string? Word { get; }

    /// <summary>Compares name and value.</summary>
    public bool Equals(LayerSetting? other) => other is not null && Name == other.Name && Word == other.Word && Numbers.SequenceEqual(other.Numbers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LayerSetting);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Word, Numbers.Count);

    /// <summary>As it is written: <c>strides: 2, 2</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Word ?? string.Join(", ", Numbers.Select(static number => FormattableString.Invariant($"{number}")))}");
}
