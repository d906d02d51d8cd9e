using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Tests.Tensors;

/// <summary>A small network written as the generator writes one, with its training step and its prediction.</summary>
internal sealed class GeneratedNetwork : nn.Module<Tensor, Tensor>
{
    private const int Count = 4;

    private readonly float[] _images = [.. Enumerable.Range(0, Count * 12 * 12).Select(i => (i * 7 % 13) / 13f)];
    private readonly long[] _labels = [0, 1, 2, 1];
    private readonly Conv2d _first = nn.Conv2d(1, 4, 3, stride: 2);
    private readonly BatchNorm2d _normalization = nn.BatchNorm2d(4);
    private readonly Conv2d _second = nn.Conv2d(4, 4, 3, padding: 1);
    private readonly Linear _dense = nn.Linear(4 * 3 * 3, 8);
    private readonly Linear _last = nn.Linear(8, 3);

    public GeneratedNetwork() : base(nameof(GeneratedNetwork))
    {
        register_module("first", _first);
        register_module("normalization", _normalization);
        register_module("second", _second);
        register_module("dense", _dense);
        register_module("last", _last);
    }

    public override Tensor forward(Tensor input)
    {
        using var logits = Logits(input);
        return nn.functional.softmax(logits, 1);
    }

    public double Step(optim.Optimizer optimizer)
    {
        using var scope = NewDisposeScope();
        train();
        optimizer.zero_grad();
        var logits = Logits(Images());
        var targets = tensor(_labels, [Count], int64, CPU);
        var loss = nn.functional.cross_entropy(logits, targets);
        double value = loss.item<float>();
        loss.backward();
        optimizer.step();
        logits.argmax(1).eq(targets).sum().item<long>();
        return value;
    }

    public void Predict()
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        eval();
        call(Images()).cpu().data<float>().ToArray();
    }

    private Tensor Images() => tensor(_images, [Count, 1, 12, 12], float32, CPU);

    private Tensor Logits(Tensor input)
    {
        using var scope = NewDisposeScope();
        var padded = nn.functional.pad(input, new long[] { 0, 1, 0, 1 });
        var linear = _first.call(padded);
        padded.Dispose();
        var first = nn.functional.relu(linear, true);
        linear.Dispose();
        var normalized = _normalization.call(first);
        first.Dispose();
        var secondLinear = _second.call(normalized);
        normalized.Dispose();
        var second = nn.functional.relu(secondLinear, true);
        secondLinear.Dispose();
        var pooled = nn.functional.max_pool2d(second, 2);
        second.Dispose();
        var flat = pooled.flatten(1);
        pooled.Dispose();
        var denseLinear = _dense.call(flat);
        flat.Dispose();
        var dense = nn.functional.relu(denseLinear, true);
        denseLinear.Dispose();
        var last = _last.call(dense);
        dense.Dispose();
        return last.MoveToOuterDisposeScope();
    }
}
