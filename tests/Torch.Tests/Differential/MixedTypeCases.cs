using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

/// <summary>
/// Tensors of 32 and of 64 bits in one graph. What comes out is of PyTorch's type, and each gradient of its tensor's own, whatever
/// operation the others came through.
/// </summary>
internal static class MixedTypeCases
{
    // What may need 32 bits: its gradient comes from a tensor of 64.
    private static readonly (string Python, Func<Tensor, Tensor> Ours)[] Before =
    [
        ("x", x => x),
        ("F.relu(x)", x => F.relu(x)),
        ("F.leaky_relu(x, 0.1)", x => F.leaky_relu(x, 0.1)),
        ("F.relu6(x)", x => F.relu6(x)),
        ("F.softplus(x)", x => F.softplus(x)),
        ("torch.tanh(x)", torch.tanh),
        ("torch.sigmoid(x)", torch.sigmoid),
        ("x.exp()", torch.exp),
        ("x.clamp(-1, 1)", x => x.clamp(-1, 1)),
        ("torch.softmax(x, 1)", x => torch.softmax(x, 1)),
        ("F.linear(x, x[0, 0])", x => F.linear(x, x[0, 0])),
        ("x.matmul(x.transpose(2, 3))", x => x.matmul(x.transpose(2, 3))),
        ("F.conv2d(x, x[:1], padding=1)", x => F.conv2d(x, x[..1], padding: [1])),
        ("F.conv_transpose2d(x, x.transpose(0, 1)[:, :1])", x => F.conv_transpose2d(x, x.transpose(0, 1)[TensorIndex.Colon, ..1])),
        ("F.max_pool2d(x, 2)", x => F.max_pool2d(x, 2)),
        ("F.avg_pool2d(x, 2)", x => F.avg_pool2d(x, 2)),
        ("F.adaptive_avg_pool2d(x, (2, 3))", x => F.adaptive_avg_pool2d(x, (2, 3))),
        ("F.batch_norm(x, None, None, training=True)", x => F.batch_norm(x, null, null, training: true)),
        ("F.layer_norm(x, x.shape[2:])", x => F.layer_norm(x, x.shape[2..])),
        ("F.interpolate(x, (5, 6), mode='bilinear')", x => F.interpolate(x, [5, 6], mode: InterpolationMode.Bilinear)),
        ("F.pad(x, (1, 2))", x => F.pad(x, (1, 2))),
        ("x.max(2)[0]", x => x.max(2).values),
        ("x.gather(3, x.argmax(3, True))", x => x.gather(3, x.argmax(3, true))),
        ("x[:, :, 1:]", x => x[TensorIndex.Colon, TensorIndex.Colon, 1..]),
        ("x.mean((2, 3))", x => x.mean([2, 3])),
    ];

    private static readonly (string Python, Func<Tensor, Tensor, Tensor> Ours)[] Meeting =
    [
        ("h + y", (h, y) => h + y),
        ("h - y", (h, y) => h - y),
        ("y - h", (h, y) => y - h),
        ("h * y", (h, y) => h * y),
        ("h / (y * y + 1)", (h, y) => h / ((y * y) + 1)),
        ("(h - y).pow(2).mean()", (h, y) => (h - y).pow(2).mean()),
        ("(h * h + 1).pow(y)", (h, y) => ((h * h) + 1).pow(y)),
        ("torch.maximum(h, y)", maximum),
        ("torch.where(h > 0.1, h, y)", (h, y) => where(h > 0.1, h, y)),
        ("torch.cat((h.reshape(-1), y.reshape(-1)))", (h, y) => cat([h.reshape(-1), y.reshape(-1)])),
        ("(h * 1).add_(y)", (h, y) => (h * 1).add_(y)),
        ("(h * 1).mul_(y)", (h, y) => (h * 1).mul_(y)),
        ("(h * 1).copy_(y)", (h, y) => (h * 1).copy_(y)),
        ("(h.double() + y).float()", (h, y) => (h.to(ScalarType.Float64) + y).to(ScalarType.Float32)),
        ("(h + y).float()", (h, y) => (h + y).to(ScalarType.Float32)),
    ];

    private static readonly (string Python, Func<Tensor, Tensor, nn.Reduction, Tensor> Ours)[] Losses =
    [
        ("F.l1_loss(x, y, reduction='*')", (x, y, reduction) => F.l1_loss(x, y, reduction)),
        ("F.smooth_l1_loss(x, y, reduction='*')", (x, y, reduction) => F.smooth_l1_loss(x, y, reduction)),
        ("F.kl_div(x, y.sigmoid(), reduction='*')", (x, y, reduction) => F.kl_div(x, y.sigmoid(), false, reduction)),
        ("F.kl_div(x, y, reduction='*', log_target=True)", (x, y, reduction) => F.kl_div(x, y, true, reduction)),
        ("F.binary_cross_entropy_with_logits(x, y, reduction='*')", (x, y, reduction) => F.binary_cross_entropy_with_logits(x, y, null, reduction)),
        ("F.binary_cross_entropy_with_logits(x, x.detach().sigmoid(), weight=y, reduction='*')",
            (x, y, reduction) => F.binary_cross_entropy_with_logits(x, x.detach().sigmoid(), y, reduction)),
        ("F.binary_cross_entropy_with_logits(x, x.detach().sigmoid(), pos_weight=y, reduction='*')",
            (x, y, reduction) => F.binary_cross_entropy_with_logits(x, x.detach().sigmoid(), null, reduction, y)),
        ("F.binary_cross_entropy(x.sigmoid(), x.detach().sigmoid(), weight=y, reduction='*')",
            (x, y, reduction) => F.binary_cross_entropy(x.sigmoid(), x.detach().sigmoid(), y, reduction)),
        ("F.cross_entropy(x, y, reduction='*')", (x, y, reduction) => F.cross_entropy(x, y, null, -100, reduction)),
    ];

    public static IReadOnlyList<Family> Families { get; } =
    [
        new("MixedTypes", 150, Mixed),
        new("LossOfMixedTypes", 40, Loss),
    ];

    private static Trial Mixed(Any any)
    {
        var (before, ours) = any.OneOf<(string, Func<Tensor, Tensor>)>(Before);
        var (meeting, meet) = any.OneOf<(string, Func<Tensor, Tensor, Tensor>)>(Meeting);
        var x = any.Tensor("x", any.Between(1, 3), any.Between(1, 3), any.Between(3, 5), any.Between(3, 5));
        var y = any.Uniform("y", 0.5, 2, any.OneOf<long[]>([1], [], [1, 1]));
        y = any.Flag(0.7) ? y.InDoubles() : y;
        y = any.Flag(0.3) ? y.WithoutGradient() : y;
        return Trial.Of($"(lambda h: {meeting})({before})", (a, b) => meet(ours(a), b), x, y);
    }

    private static Trial Loss(Any any)
    {
        var (python, ours) = any.OneOf<(string Python, Func<Tensor, Tensor, nn.Reduction, Tensor> Ours)>(Losses);
        var (reduction, name) = any.OneOf((nn.Reduction.Mean, "mean"), (nn.Reduction.Sum, "sum"), (nn.Reduction.None, "none"));
        var shape = any.Shape(2);
        return Trial.Of(
            python.Replace("*", name, StringComparison.Ordinal), (x, y) => ours(x, y, reduction),
            any.Tensor("x", shape), any.Constant("y", 0.1, 0.9, shape).InDoubles());
    }
}
