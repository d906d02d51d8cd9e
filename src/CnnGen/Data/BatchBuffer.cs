namespace CnnGen;

/// <summary>
/// Lays images of a data set out as a network wants them: pixels between 0 and 1, channel planes one after the other
/// (N × C × H × W). The memory is taken once and used again for every batch.
/// </summary>
public sealed class BatchBuffer
{
    private static readonly float[] Scaled = [.. Enumerable.Range(0, 256).Select(static value => value / 255f)];

    private readonly ImageDataset _data;
    private readonly float[] _images;
    private readonly long[] _labels;
    private readonly float[] _targets;
    private readonly Batch _batch = new();

    /// <summary>A buffer for batches of one data set.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="capacity">The most images a batch will have.</param>
    public BatchBuffer(ImageDataset data, int capacity)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        bool indices = data.LabelKind == LabelKind.ClassIndex;
        _data = data;
        Capacity = Math.Min(capacity, Math.Max(data.Count, 1));
        _images = new float[checked(Capacity * data.ImageSize)];
        _labels = indices ? new long[Capacity] : [];
        _targets = indices ? [] : new float[checked(Capacity * data.Classes)];
    }

    /// <summary>The most images a batch can have.</summary>
    public int Capacity { get; }

    /// <summary>Fills the batch with the images at the given places. The same <see cref="Batch"/> comes back each time.</summary>
    public Batch Fill(ReadOnlySpan<int> indices)
    {
        Begin(indices.Length);
        for (int i = 0; i < indices.Length; i++)
        {
            CopyImage(indices[i], i);
        }

        return _batch;
    }

    /// <summary>Fills the batch with neighbouring images. The same <see cref="Batch"/> comes back each time.</summary>
    public Batch Fill(int start, int count)
    {
        Begin(count);
        for (int i = 0; i < count; i++)
        {
            CopyImage(start + i, i);
        }

        return _batch;
    }

    private void Begin(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Capacity);
        _batch.Count = count;
        _batch.Images = _images.AsMemory(0, count * _data.ImageSize);
        _batch.Labels = _labels.Length == 0 ? default : _labels.AsMemory(0, count);
        _batch.Targets = _targets.Length == 0 ? default : _targets.AsMemory(0, count * _data.Classes);
    }

    private void CopyImage(int source, int place)
    {
        CopyPixels(_data.PixelsOf(source), _images.AsSpan(place * _data.ImageSize, _data.ImageSize));
        if (_labels.Length > 0)
        {
            _labels[place] = _data.LabelOf(source);
        }
        else
        {
            _data.TargetOf(source).CopyTo(_targets.AsSpan(place * _data.Classes));
        }
    }

    private void CopyPixels(ReadOnlySpan<byte> pixels, Span<float> planes)
    {
        int channels = _data.Channels;
        int plane = planes.Length / channels;
        for (int channel = 0; channel < channels; channel++)
        {
            Span<float> target = planes.Slice(channel * plane, plane);
            int from = channel;
            for (int i = 0; i < target.Length; i++, from += channels)
            {
                target[i] = Scaled[pixels[from]];
            }
        }
    }
}
