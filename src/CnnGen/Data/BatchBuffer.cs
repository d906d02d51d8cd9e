namespace CnnGen;

/// <summary>
/// Lays examples of a data set out as a network wants them: channels first, what should come out beside it. The memory is taken once and used
/// again for every batch.
/// </summary>
public sealed class BatchBuffer
{
    private readonly Dataset _data;
    private readonly DataMapping _mapping;
    private readonly IReadOnlyList<OutputTarget>? _outputs;
    private readonly float[][] _inputs;
    private readonly long[][] _labels;
    private readonly float[][] _values;
    private readonly float[][] _weights;
    private readonly Batch _batch;
    private readonly Copier _copier;

    /// <summary>A buffer for batches of one data set, with all its inputs and targets.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="capacity">The most examples a batch will have.</param>
    public BatchBuffer(Dataset data, int capacity)
        : this(data, DataMapping.All(data ?? throw new ArgumentNullException(nameof(data))), capacity)
    {
    }

    /// <summary>A buffer for batches of what a network takes.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="mapping">What the network takes.</param>
    /// <param name="capacity">The most examples a batch will have.</param>
    /// <param name="model">The network whose losses decide what targets may be, where these are seen only when they are read.</param>
    internal BatchBuffer(Dataset data, DataMapping mapping, int capacity, ITrainableModel? model = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        (_data, _mapping) = (data, mapping);
        _outputs = data.IsStreamed ? model?.Targets : null;
        Capacity = Math.Min(capacity, Math.Max(data.Count, 1));
        _batch = new Batch(mapping.Inputs.Length, mapping.Targets.Length);
        DataTarget[] targets = [.. mapping.Targets.Select(place => data.Targets[place])];
        _inputs = [.. mapping.Inputs.Select(place => new float[Length(Capacity, data.Inputs[place].Size, "values")])];
        _labels = [.. targets.Select(target => target.Kind == LabelKind.ClassIndex ? new long[Length(Capacity, target.Size, "labels")] : [])];
        _values = [.. targets.Select(target => target.Kind == LabelKind.ClassIndex ? [] : new float[Length(Capacity, target.Size, "targets")])];
        bool isBalanced = model?.Settings.BalanceClasses == true;
        _weights = [.. targets.Select(target => target.IsWeighted || (isBalanced && ClassBalance.IsBalanced(target)) ? new float[Capacity] : [])];
        _copier = new Copier(this);
    }

    /// <summary>The most examples a batch can have.</summary>
    public int Capacity { get; }

    /// <summary>The epoch that examples are read for; 0 outside training.</summary>
    internal int Epoch { get; set; }

    /// <summary>For each target a weight for each class, by which an example's weight is multiplied; <see langword="null"/> or left out for none.</summary>
    internal IReadOnlyList<float[]?> ClassWeights { get; set; } = [];

    /// <summary>Fills the batch with the examples at the given places. The same <see cref="Batch"/> comes back each time.</summary>
    public Batch Fill(ReadOnlySpan<int> indices)
    {
        Begin(indices.Length);
        for (int i = 0; i < indices.Length; i++)
        {
            _copier.Copy(indices[i], i);
        }

        return _batch;
    }

    /// <summary>Fills the batch with neighbouring examples. The same <see cref="Batch"/> comes back each time.</summary>
    public Batch Fill(int start, int count)
    {
        Begin(count);
        for (int i = 0; i < count; i++)
        {
            _copier.Copy(start + i, i);
        }

        return _batch;
    }

    /// <summary>Fills the batch by several threads. Each example has its place, so the result does not depend on their number.</summary>
    internal Batch FillInParallel(ReadOnlyMemory<int> indices, int threads)
    {
        Begin(indices.Length);
        Parallel.For(
            0, indices.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new Copier(this),
            (i, _, copier) =>
            {
                copier.Copy(indices.Span[i], i);
                return copier;
            },
            static _ => { });
        return _batch;
    }

    /// <summary>Values of a whole batch, which one array must hold.</summary>
    /// <exception cref="CnnGenException">There are too many.</exception>
    internal static int Length(int examples, int values, string what)
    {
        long length = (long)examples * values;
        return length <= Array.MaxLength
            ? (int)length
            : throw new CnnGenException(
                $"A batch of {examples} examples has {length} {what}, but at most {Array.MaxLength} can be held: take a smaller batch size.");
    }

    private void Begin(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Capacity);
        _batch.Count = count;
        for (int i = 0; i < _inputs.Length; i++)
        {
            _batch.Inputs[i] = Used(_inputs[i], count);
        }

        for (int i = 0; i < _labels.Length; i++)
        {
            BatchTarget target = _batch.Targets[i];
            (target.Labels, target.Values, target.Weights) = (Used(_labels[i], count), Used(_values[i], count), Used(_weights[i], count));
        }
    }

    private Memory<T> Used<T>(T[] all, int count) => all.AsMemory(0, all.Length / Capacity * count);

    /// <summary>Copies examples, one at a time: each thread has its own.</summary>
    private sealed class Copier
    {
        private readonly BatchBuffer _buffer;
        private readonly ExampleRoom _room;
        private readonly float[]?[] _turned;

        public Copier(BatchBuffer buffer)
        {
            _buffer = buffer;
            Dataset data = buffer._data;
            DataMapping mapping = buffer._mapping;
            _room = new ExampleRoom(data.Inputs.Count, data.Targets.Count);
            _turned = [.. mapping.Inputs.Select(place => ExampleShape.IsTurned(data.Inputs[place].Shape) ? new float[data.Inputs[place].Size] : null)];

            // What the network does not take is read all the same, and forgotten.
            for (int i = 0; i < data.Inputs.Count; i++)
            {
                int taken = Array.IndexOf(mapping.Inputs, i);
                _room.Inputs[i] = taken < 0 ? new float[data.Inputs[i].Size] : _turned[taken] ?? default(Memory<float>);
            }

            for (int i = 0; i < data.Targets.Count; i++)
            {
                DataTarget target = data.Targets[i];
                if (!mapping.Targets.Contains(i))
                {
                    _room.Labels[i] = new long[target.Kind == LabelKind.ClassIndex ? target.Size : 0];
                    _room.Values[i] = new float[target.Kind == LabelKind.ClassIndex ? 0 : target.Size];
                    _room.Weights[i] = new float[1];
                }
            }
        }

        public void Copy(int index, int place)
        {
            Point(place);
            _buffer._data.Read(index, new ExampleWriter(_room, _buffer.Epoch));
            Turn(place);
            Check(index);
            if (_buffer.Epoch > 0)
            {
                Weigh();
            }
        }

        // Straight into the batch, where the order is the same.
        private void Point(int place)
        {
            int[] inputs = _buffer._mapping.Inputs;
            for (int i = 0; i < inputs.Length; i++)
            {
                if (_turned[i] is null)
                {
                    _room.Inputs[inputs[i]] = Slot(_buffer._inputs[i], place);
                }
            }

            int[] targets = _buffer._mapping.Targets;
            for (int i = 0; i < targets.Length; i++)
            {
                _room.Labels[targets[i]] = Slot(_buffer._labels[i], place);
                _room.Values[targets[i]] = Slot(_buffer._values[i], place);
                _room.Weights[targets[i]] = Slot(_buffer._weights[i], place);
                _room.Weights[targets[i]].Span.Fill(1);
            }
        }

        // In training only, as in Keras. After the check: a label is that of a class by now, or of none.
        private void Weigh()
        {
            int[] targets = _buffer._mapping.Targets;
            for (int i = 0; i < _buffer.ClassWeights.Count; i++)
            {
                if (_buffer.ClassWeights[i] is { } weights)
                {
                    int label = _room.Labels[targets[i]] is { Length: > 0 } labels
                        ? (int)labels.Span[0]
                        : ClassReader.Largest(_room.Values[targets[i]].Span);
                    if ((uint)label < (uint)weights.Length)
                    {
                        _room.Weights[targets[i]].Span[0] *= weights[label];
                    }
                }
            }
        }

        private void Turn(int place)
        {
            for (int i = 0; i < _turned.Length; i++)
            {
                if (_turned[i] is { } values)
                {
                    IReadOnlyList<int> shape = _buffer._data.Inputs[_buffer._mapping.Inputs[i]].Shape;
                    ExampleShape.Turn(values, values.Length / shape[^1], Slot(_buffer._inputs[i], place).Span);
                }
            }
        }

        private void Check(int index)
        {
            if (_buffer._outputs is not { } outputs)
            {
                return;
            }

            int[] targets = _buffer._mapping.Targets;
            for (int i = 0; i < targets.Length; i++)
            {
                DataTarget target = _buffer._data.Targets[targets[i]];
                if (target.Kind != LabelKind.ClassIndex)
                {
                    DataCheck.Values(outputs[i], target, _room.Values[targets[i]].Span, index);
                    continue;
                }

                foreach (long label in _room.Labels[targets[i]].Span)
                {
                    TargetCheck.Label(target, label, index);
                }
            }
        }

        private Memory<T> Slot<T>(T[] all, int place)
        {
            int size = all.Length / _buffer.Capacity;
            return all.AsMemory(size * place, size);
        }
    }
}
