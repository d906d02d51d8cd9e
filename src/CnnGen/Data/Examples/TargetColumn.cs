using System.Collections;

namespace CnnGen;

/// <summary>What one output of a network should give, for all examples of a data set, in memory. The memory is not copied.</summary>
public sealed class TargetColumn
{
    private readonly ReadOnlyMemory<int> _labels;
    private readonly ReadOnlyMemory<byte> _byteLabels;
    private readonly ColumnValues? _values;
    private readonly ReadOnlyMemory<float> _weights;

    private TargetColumn(DataTarget target, ReadOnlyMemory<int> labels, ReadOnlyMemory<byte> byteLabels, ColumnValues? values, ReadOnlyMemory<float> weights)
    {
        (Target, _labels, _byteLabels, _values, _weights) = (target, labels, byteLabels, values, weights);
        int length = values?.Length ?? (labels.Length + byteLabels.Length);
        if (length % target.Size != 0)
        {
            throw new CnnGenException($"{length} values of '{target.Name}' cannot be split into examples of {target.Size}.");
        }

        Count = length / target.Size;
    }

    /// <summary>Name and kind.</summary>
    public DataTarget Target { get; }

    /// <summary>Number of examples.</summary>
    public int Count { get; }

    /// <summary>Class indices.</summary>
    /// <param name="target">A target of <see cref="LabelKind.ClassIndex"/>.</param>
    /// <param name="labels">All examples one after the other: one index each, or one for each position of a map, row after row.</param>
    /// <exception cref="CnnGenException">An index is no class; the example is named.</exception>
    public static TargetColumn Of(DataTarget target, ReadOnlyMemory<int> labels)
    {
        RequireIndices(target, true);
        var column = new TargetColumn(target, labels, default, null, default);
        column.CheckLabels();
        return column;
    }

    /// <summary>Class indices as bytes.</summary>
    /// <param name="target">A target of <see cref="LabelKind.ClassIndex"/>.</param>
    /// <param name="labels">All examples one after the other: one index each, or one for each position of a map, row after row.</param>
    /// <exception cref="CnnGenException">An index is no class; the example is named.</exception>
    public static TargetColumn Of(DataTarget target, ReadOnlyMemory<byte> labels)
    {
        RequireIndices(target, true);
        var column = new TargetColumn(target, default, labels, null, default);
        column.CheckLabels();
        return column;
    }

    /// <summary>One-hot vectors, several classes, or numbers.</summary>
    /// <param name="target">A target of another kind than class indices.</param>
    /// <param name="values">All examples one after the other, in the order of the target's shape, channels or classes last.</param>
    /// <exception cref="CnnGenException">A value is not finite, or none that the kind allows; the example is named.</exception>
    public static TargetColumn Of(DataTarget target, ReadOnlyMemory<float> values)
    {
        RequireIndices(target, false);
        var column = new TargetColumn(target, default, default, new ColumnValues.Floats(values), default);
        TargetCheck.Values(target, values.Span);
        return column;
    }

    /// <summary>The input itself: what an autoencoder should give.</summary>
    /// <param name="name">The target's name.</param>
    /// <param name="input">The input.</param>
    public static TargetColumn Of(string name, InputColumn input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new TargetColumn(DataTarget.Numbers(name, [.. input.Input.Shape]), default, default, input.Values, default);
    }

    /// <summary>The same with a weight for each example, by which it counts more or less in the loss.</summary>
    /// <param name="weights">A weight of 0 or more for each example.</param>
    /// <exception cref="CnnGenException">There are not as many, or one is below zero or not finite.</exception>
    public TargetColumn Weighted(ReadOnlyMemory<float> weights)
    {
        if (weights.Length != Count)
        {
            throw new CnnGenException($"'{Target.Name}' has {Count} examples, but there are {weights.Length} weights.");
        }

        int fault = weights.Span.IndexOfAnyExceptInRange(0, float.MaxValue);
        return fault < 0
            ? new TargetColumn(Target.Weighted(), _labels, _byteLabels, _values, weights)
            : throw new CnnGenException(FormattableString.Invariant($"The weight of example {fault} of '{Target.Name}' is {weights.Span[fault]}: weights are finite and not below 0."));
    }

    /// <summary>Writes what an example should give.</summary>
    internal void Copy(int index, ExampleWriter example, int target)
    {
        int start = index * Target.Size;
        if (_values is not null)
        {
            _values.Copy(start, example.Target(target));
        }
        else
        {
            Span<long> labels = example.Labels(target);
            for (int i = 0; i < labels.Length; i++)
            {
                labels[i] = LabelAt(start + i);
            }
        }

        if (Target.IsWeighted)
        {
            example.Weight(target) = _weights.Span[index];
        }
    }

    /// <summary>Copies the numbers of an example, where it has no class indices.</summary>
    internal void CopyValues(int index, Span<float> values) => _values!.Copy(index * Target.Size, values);

    /// <summary>The class of an example, of a target that has one each.</summary>
    internal int LabelOf(int index) => LabelAt(index);

    /// <summary>Adds the classes of an example, or of its positions.</summary>
    internal void AddClasses(int index, BitArray classes)
    {
        for (int i = index * Target.Positions; i < (index + 1) * Target.Positions; i++)
        {
            if (_values is null)
            {
                int label = LabelAt(i);
                if (label != Target.IgnoredClass)
                {
                    classes[label] = true;
                }
            }
            else
            {
                AddLargest(i, classes);
            }
        }
    }

    // One class of a one-hot vector, or of probabilities; all classes that an example has where it can have several.
    private void AddLargest(int position, BitArray classes)
    {
        var vector = new float[Target.Classes];
        _values!.Copy(position * Target.Classes, vector);
        float largest = vector.Max();
        for (int i = 0; i < vector.Length; i++)
        {
            classes[i] |= largest > 0 && vector[i] == largest;
        }
    }

    private int LabelAt(int place) => _byteLabels.IsEmpty ? _labels.Span[place] : _byteLabels.Span[place];

    private void CheckLabels()
    {
        for (int i = 0; i < Count * Target.Size; i++)
        {
            TargetCheck.Label(Target, LabelAt(i), i / Target.Size);
        }
    }

    private static void RequireIndices(DataTarget target, bool indices)
    {
        ArgumentNullException.ThrowIfNull(target);
        if ((target.Kind == LabelKind.ClassIndex) != indices)
        {
            throw new ArgumentException(
                $"'{target.Name}' is of the kind {target.Kind}, which {(indices ? "wants numbers" : "wants class indices")}.", nameof(target));
        }
    }
}
