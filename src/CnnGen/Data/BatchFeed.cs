namespace CnnGen;

/// <summary>
/// Gives the batches of a data set one after the other. Examples of a source are read ahead: while a batch is worked on, the next one is
/// read by other threads. Which example comes when does not depend on that.
/// </summary>
internal sealed class BatchFeed
{
    private readonly BatchBuffer _buffer;

    // The other half of what is read ahead.
    private readonly BatchBuffer? _ahead;

    /// <param name="data">The data set.</param>
    /// <param name="mapping">What the network takes of it.</param>
    /// <param name="capacity">The most examples a batch will have.</param>
    /// <param name="model">The network whose losses decide what targets may be.</param>
    public BatchFeed(Dataset data, DataMapping mapping, int capacity, ITrainableModel? model = null)
    {
        _buffer = new BatchBuffer(data, mapping, capacity, model);
        _ahead = data.IsStreamed ? new BatchBuffer(data, mapping, capacity, model) : null;
    }

    /// <summary>The most examples a batch can have.</summary>
    public int Capacity => _buffer.Capacity;

    /// <summary>For each target a weight for each class, which its examples have in training; <see langword="null"/> or left out where all are the same.</summary>
    public IReadOnlyList<float[]?> ClassWeights
    {
        init
        {
            _buffer.ClassWeights = value;
            if (_ahead is not null)
            {
                _ahead.ClassWeights = value;
            }
        }
    }

    /// <summary>The first examples as they are.</summary>
    public Batch First(int count)
    {
        _buffer.Epoch = 0;
        return _buffer.Fill(0, count);
    }

    /// <summary>How long the last run of batches was waited for.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>The examples in an order, cut into batches. A batch is valid until the next one is asked for.</summary>
    /// <param name="order">The places of the examples.</param>
    /// <param name="countAt">How many examples the batch has that begins at a place of the order.</param>
    /// <param name="epoch">The epoch that they are for; 0 outside training.</param>
    public IEnumerable<Batch> Read(ReadOnlyMemory<int> order, Func<int, int> countAt, int epoch = 0)
    {
        Waited = TimeSpan.Zero;
        _buffer.Epoch = epoch;
        if (_ahead is not null)
        {
            _ahead.Epoch = epoch;
        }

        return _ahead is null ? ReadNow(order, countAt) : ReadAhead(order, countAt, _ahead);
    }

    private IEnumerable<Batch> ReadNow(ReadOnlyMemory<int> order, Func<int, int> countAt)
    {
        for (int start = 0, count; start < order.Length; start += count)
        {
            count = countAt(start);
            long began = System.Diagnostics.Stopwatch.GetTimestamp();
            Batch batch = _buffer.Fill(order.Span.Slice(start, count));
            Waited += System.Diagnostics.Stopwatch.GetElapsedTime(began);
            yield return batch;
        }
    }

    private IEnumerable<Batch> ReadAhead(ReadOnlyMemory<int> order, Func<int, int> countAt, BatchBuffer other)
    {
        (BatchBuffer current, BatchBuffer next) = (_buffer, other);
        Task<Batch>? reading = null;
        try
        {
            for (int start = 0, count; start < order.Length; start += count)
            {
                count = countAt(start);
                long began = System.Diagnostics.Stopwatch.GetTimestamp();
                Batch batch = Result(reading ?? Start(current, order.Slice(start, count)));
                Waited += System.Diagnostics.Stopwatch.GetElapsedTime(began);
                reading = start + count < order.Length ? Start(next, order.Slice(start + count, countAt(start + count))) : null;
                (current, next) = (next, current);
                yield return batch;
            }
        }
        finally
        {
            // Whoever stops early takes no more of it, but its buffer is used again.
            reading?.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        }
    }

    // A thread of its own begins at once and reads alone if it must, however busy the pool is that lends the others.
    private static Task<Batch> Start(BatchBuffer buffer, ReadOnlyMemory<int> indices) => Task.Factory.StartNew(
        () => buffer.FillInParallel(indices, Environment.ProcessorCount), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    // What went wrong in reading, not that it happened in another thread.
    private static Batch Result(Task<Batch> reading)
    {
        try
        {
            return reading.GetAwaiter().GetResult();
        }
        catch (AggregateException exception) when (exception.InnerExceptions.Count > 0)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
            throw;
        }
    }
}
