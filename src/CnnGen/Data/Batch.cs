namespace CnnGen;

/// <summary>Examples and what they should give, as plain numbers. The training loop reuses one batch for every step.</summary>
public sealed class Batch
{
    private readonly Memory<float>[] _inputs;
    private readonly BatchTarget[] _targets;

    /// <param name="inputs">How many inputs the network has.</param>
    /// <param name="targets">How many targets an example has.</param>
    public Batch(int inputs = 1, int targets = 1)
    {
        _inputs = new Memory<float>[inputs];
        _targets = [.. Enumerable.Range(0, targets).Select(static _ => new BatchTarget())];
    }

    /// <summary>A batch of one input and class indices.</summary>
    /// <param name="count">Number of examples.</param>
    /// <param name="input">The values of the input, channels first.</param>
    /// <param name="labels">An index for each example, or for each of its positions.</param>
    public static Batch Of(int count, Memory<float> input, Memory<long> labels)
    {
        var batch = new Batch { Count = count };
        batch.Inputs[0] = input;
        batch.Targets[0].Labels = labels;
        return batch;
    }

    /// <summary>A batch of one input and vectors or numbers.</summary>
    /// <param name="count">Number of examples.</param>
    /// <param name="input">The values of the input, channels first.</param>
    /// <param name="values">What should come out, channels or classes last.</param>
    public static Batch Of(int count, Memory<float> input, Memory<float> values)
    {
        var batch = new Batch { Count = count };
        batch.Inputs[0] = input;
        batch.Targets[0].Values = values;
        return batch;
    }

    /// <summary>Number of examples.</summary>
    public int Count { get; set; }

    /// <summary>
    /// The values of each input, <c>Count × channels × sizes</c>: the order that PyTorch wants, an image's <c>Count × channels × height × width</c>.
    /// Bytes come as numbers between 0 and 1.
    /// </summary>
    public Memory<float>[] Inputs => _inputs;

    /// <summary>What each output should give.</summary>
    public IReadOnlyList<BatchTarget> Targets => _targets;
}
