using System.Collections;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Goes through a data set in batches. A batch lives until the next one is taken, unless the caller is to dispose it; what was made
/// for its examples is disposed as soon as they are put together.
/// </summary>
/// <typeparam name="T">An example.</typeparam>
/// <typeparam name="S">A batch.</typeparam>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    /// <param name="collate_fn">Makes a batch of examples.</param>
    /// <param name="shuffler">The examples' numbers in the order wanted; asked for again at each pass.</param>
    /// <param name="device">Where batches are to be.</param>
    /// <param name="num_worker">How many threads make examples.</param>
    /// <param name="drop_last">Whether a last batch that is not full is left out.</param>
    /// <param name="disposeBatch">Whether a batch is disposed when the next one is taken.</param>
    /// <param name="disposeDataset">Whether the data set is disposed with the loader.</param>
    public DataLoader(
        utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler, Device? device = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        this.dataset = dataset;
        this.collate_fn = collate_fn;
        this.drop_last = drop_last;
        batch_size = batchSize;
        sampler = shuffler;
        num_workers = Math.Max(num_worker, 1);
        Device = device ?? CPU;
        DisposeBatch = disposeBatch;
        DisposeDataset = disposeDataset;
    }

    /// <param name="shuffle">Whether each pass has an order of its own.</param>
    /// <param name="seed">Makes it the same order each time.</param>
    public DataLoader(
        utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false, Device? device = null,
        int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(
            dataset, batchSize, collate_fn, shuffle ? new FisherYatesShuffler(dataset.Count, seed) : InOrder(dataset.Count), device, num_worker,
            drop_last, disposeBatch, disposeDataset)
    {
    }

    public utils.data.Dataset<T> dataset { get; }

    public int batch_size { get; }

    public bool drop_last { get; }

    public IEnumerable<long> sampler { get; }

    public int num_workers { get; }

    public Func<IEnumerable<T>, Device, S> collate_fn { get; }

    public Device Device { get; }

    public bool DisposeBatch { get; }

    public bool DisposeDataset { get; }

    /// <summary>The number of batches.</summary>
    public long Count => (drop_last ? dataset.Count : dataset.Count + batch_size - 1) / batch_size;

    public IEnumerator<S> GetEnumerator()
    {
        foreach (var indices in sampler.Chunk(batch_size))
        {
            if (drop_last && indices.Length < batch_size) yield break;
            var batch = Read(indices, out var members);
            try
            {
                yield return batch;
            }
            finally
            {
                if (DisposeBatch) DisposeAll(members);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset) dataset.Dispose();
    }

    private S Read(long[] indices, out IReadOnlyList<IDisposable> members)
    {
        var examples = new T[indices.Length];
        var made = new IReadOnlyList<IDisposable>[indices.Length];
        Array.Fill(made, []);
        try
        {
            if (num_workers == 1)
            {
                for (var i = 0; i < indices.Length; i++) ReadOne(i);
            }
            else
            {
                Parallel.For(0, indices.Length, new ParallelOptions { MaxDegreeOfParallelism = num_workers }, ReadOne);
            }

            return Freed(() => collate_fn(examples, Device), out members);
        }
        finally
        {
            foreach (var disposables in made) DisposeAll(disposables);
        }

        void ReadOne(int i) => examples[i] = Freed(() => dataset.GetTensor(indices[i]), out made[i]);
    }

    // Takes what is made out of all scopes, for this class to dispose it in time.
    private static TResult Freed<TResult>(Func<TResult> make, out IReadOnlyList<IDisposable> made)
    {
        using var scope = NewDisposeScope();
        var result = make();
        made = scope.DisposablesView;
        scope.Detach(made);
        return result;
    }

    private static void DisposeAll(IReadOnlyList<IDisposable> disposables)
    {
        foreach (var disposable in disposables) disposable.Dispose();
    }

    private static IEnumerable<long> InOrder(long count)
    {
        for (var i = 0L; i < count; i++) yield return i;
    }
}

/// <summary>Batches of a data set whose tensors have names: under each name the examples' tensors, one above the other.</summary>
public class DataLoader : DataLoader<Dictionary<string, Tensor>, Dictionary<string, Tensor>>
{
    public DataLoader(
        utils.data.Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false,
        bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    public DataLoader(
        utils.data.Dataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1,
        bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    private static Dictionary<string, Tensor> Collate(IEnumerable<Dictionary<string, Tensor>> examples, Device device) =>
        examples.First().Keys.ToDictionary(key => key, key => stack(examples.Select(example => example[key])).to(device));
}
