using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class BatchNormalizationTests
{
    [PyTorchTheory, Cases(25)]
    public void Training_mode_normalises_by_the_batch(int number)
    {
        var any = new Any(number);
        var channels = any.Between(1, 40);
        var eps = any.OneOf(1e-5, 1e-3);
        PyTorchAgrees(
            any,
            $"F.batch_norm(x, None, None, w, b, True, 0.1, {Python.Of(eps)})",
            (x, w, b) => F.batch_norm(x, null!, null!, w, b, true, 0.1, eps),
            any.Tensor("x", AnyImages(any, channels)),
            any.Tensor("w", channels),
            any.Tensor("b", channels));
    }

    [PyTorchTheory, Cases(24)]
    public void An_activation_after_it_and_a_sum_between_them(int number)
    {
        var any = new Any(number);
        var channels = any.Between(1, 40);
        var (python, activation) = any.OneOf<(string, Func<Tensor, Tensor>)>(
            ("F.relu({0})", x => x.relu()),
            ("F.relu6({0} * 3)", x => (x * 3).relu6()),
            ("F.relu({0} + x)", x => x.relu()));
        var adds = python.Contains("+ x", StringComparison.Ordinal);
        PyTorchAgrees(
            any,
            string.Format(System.Globalization.CultureInfo.InvariantCulture, python, "F.batch_norm(x, None, None, w, b, True)"),
            (x, w, b) => activation(adds ? F.batch_norm(x, null!, null!, w, b, true) + x : F.batch_norm(x, null!, null!, w, b, true)),
            any.Tensor("x", AnyImages(any, channels)),
            any.Tensor("w", channels),
            any.Tensor("b", channels));
    }

    [PyTorchTheory, Cases(10)]
    public void Training_mode_without_scale_and_shift(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(
            any,
            "F.batch_norm(x, None, None, None, None, True)",
            x => F.batch_norm(x, null!, null!, null, null, true),
            any.Tensor("x", AnyImages(any, any.Between(1, 9))));
    }

    [PyTorchTheory, Cases(20)]
    public void Evaluation_mode_normalises_by_the_running_averages(int number)
    {
        var any = new Any(number);
        var channels = any.Between(1, 20);
        PyTorchAgrees(
            any,
            "F.batch_norm(x, mean, variance, w, b, False, 0.1, 0.001)",
            t => F.batch_norm(t[0], t[1], t[2], t[3], t[4], false, 0.1, 0.001),
            [
                any.Tensor("x", AnyImages(any, channels)),
                any.Constant("mean", -1, 1, channels),
                any.Constant("variance", 0.5, 2, channels),
                any.Tensor("w", channels),
                any.Tensor("b", channels),
            ]);
    }

    [PyTorchTheory, Cases(10)]
    public void Features_without_a_spatial_extent(int number)
    {
        var any = new Any(number);
        var features = any.Between(1, 130);
        PyTorchAgrees(
            any,
            "F.batch_norm(x, None, None, w, b, True)",
            (x, w, b) => F.batch_norm(x, null!, null!, w, b, true),
            any.Tensor("x", any.Between(2, 40), features),
            any.Tensor("w", features),
            any.Tensor("b", features));
    }

    [PyTorchTheory, Cases(10)]
    public void The_running_averages_follow_the_batches(int number)
    {
        using var scope = NewDisposeScope();
        var any = new Any(number);
        var channels = any.Between(1, 20);
        var momentum = any.OneOf(0.1, 0.01, 1.0);
        var axes = (int)any.Between(0, 3);
        var batches = Enumerable.Range(0, 3)
            .Select(i => any.Tensor($"x{i}", [any.Between(2, 9), channels, .. any.Axes(axes, 1, 6)]))
            .ToArray();

        nn.Module<Tensor, Tensor> layer = axes switch
        {
            3 => nn.BatchNorm3d(channels, 1e-3, momentum),
            2 => nn.BatchNorm2d(channels, 1e-3, momentum),
            _ => nn.BatchNorm1d(channels, 1e-3, momentum),
        };
        foreach (var batch in batches)
        {
            layer.call(batch.ToTensor());
        }

        var theirs = PyTorch.Ask(batches.Aggregate(
            new Question($"""
                layer = torch.nn.BatchNorm{Math.Max(1, axes)}d({channels}, 1e-3, {Python.Of(momentum)})
                for x in [x0, x1, x2]: layer(x)
                """).Wants("layer.running_mean", "layer.running_var", "layer.num_batches_tracked"),
            (question, batch) => question.With(batch.Name, batch.Value)));
        var state = layer.state_dict();
        state["running_mean"].ToValue().ShouldBeCloseTo(theirs[0]!, Closeness.Forward, $"mean, {any.Replay}");
        state["running_var"].ToValue().ShouldBeCloseTo(theirs[1]!, Closeness.Forward, $"variance, {any.Replay}");
        state["num_batches_tracked"].ToValue().ShouldBeCloseTo(theirs[2]!, 0, "batches");
    }

    // More than one value a channel: the variance of a single one is nothing to divide by.
    private static long[] AnyImages(Any any, long channels) =>
        [any.Between(1, 4), channels, any.Between(2, 9), .. any.Axes((int)any.Between(0, 2), 1, 6)];
}
