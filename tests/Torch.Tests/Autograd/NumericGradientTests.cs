using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;

namespace CnnGen.Torch.Tests.Autograd;

public class NumericGradientTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> OfImages = new()
    {
        ["max pool"] = x => F.max_pool2d(x, 2),
        ["overlapping max pool"] = x => F.max_pool2d(x, 3, 1, 1),
        ["average pool"] = x => F.avg_pool2d(x, 2),
        ["overlapping average pool"] = x => F.avg_pool2d(x, 3, 2, 1, true, false),
        ["adaptive average pool"] = x => F.adaptive_avg_pool2d(x, 1),
        ["pad"] = x => F.pad(x, [1L, 0L, 2L, 1L]),
        ["ReLU"] = x => F.relu(x),
        ["LeakyReLU"] = x => F.leaky_relu(x, 0.3),
        ["ELU"] = x => F.elu(x, 1.0),
        ["GELU"] = x => F.gelu(x),
        ["SiLU"] = x => F.silu(x),
        ["sigmoid"] = x => torch.sigmoid(x),
        ["tanh"] = x => torch.tanh(x),
        ["softmax"] = x => F.softmax(x, 1),
        ["log softmax"] = x => F.log_softmax(x, 1),
        ["sum"] = x => x.sum(),
        ["mean over the images"] = x => x.mean([2, 3]),
        ["largest of each row"] = x => x.max(-1).values,
        ["permute and flatten"] = x => x.permute(0, 2, 3, 1).flatten(1),
        ["slice"] = x => x[.., 1, 1..4],
        ["batch normalization"] = x => F.batch_norm(x, null!, null!, null, null, true),
        ["square by multiplication"] = x => x * x,
        ["broadcast division"] = x => x / (x[.., 0].unsqueeze(1).abs() + 1),
        ["concatenation"] = x => cat([x, x * 2], 1),
    };

    public static TheoryData<string> Names => [.. OfImages.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Of_an_image(string name)
    {
        var any = new Any(0, name);
        NumericGradient.ShouldBeRight(any, tensors => OfImages[name](tensors[0]), any.Distinct("x", 2, 2, 4, 5));
    }

    [Theory, Cases(6)]
    public void Of_a_convolution(int number)
    {
        var any = new Any(number);
        var groups = any.OneOf(1L, 2);
        long[] stride = [any.Between(1, 2), any.Between(1, 2)];
        long[] padding = [any.Between(0, 1), any.Between(0, 2)];
        long[] dilation = [1, any.Between(1, 2)];
        NumericGradient.ShouldBeRight(
            any,
            t => F.conv2d(t[0], t[1], t[2], stride, padding, dilation, groups),
            any.Tensor("x", 2, 2, 5, 6),
            any.Tensor("w", 4, 2 / groups, 3, 2),
            any.Tensor("b", 4));
    }

    [Fact]
    public void Of_a_linear_layer()
    {
        var any = new Any(0);
        NumericGradient.ShouldBeRight(
            any, t => F.linear(t[0], t[1], t[2]), any.Tensor("x", 3, 5), any.Tensor("w", 4, 5), any.Tensor("b", 4));
    }

    [Fact]
    public void Of_a_matrix_product()
    {
        var any = new Any(0);
        NumericGradient.ShouldBeRight(any, t => t[0].matmul(t[1]), any.Tensor("x", 3, 5), any.Tensor("y", 5, 2));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Of_batch_normalization(bool training)
    {
        var any = new Any(training ? 1 : 0);
        NumericGradient.ShouldBeRight(
            any,
            t => F.batch_norm(t[0], t[3].clone(), t[4].clone(), t[1], t[2], training, 0.1, 1e-3),
            any.Tensor("x", 3, 2, 3, 4),
            any.Tensor("scale", 2),
            any.Tensor("shift", 2),
            any.Constant("mean", -1, 1, 2),
            any.Constant("variance", 0.5, 2, 2));
    }

    [Fact]
    public void Of_the_losses()
    {
        var any = new Any(0);
        var labels = any.Labels("y", 4, 5);
        var targets = any.Constant("y", 0.1, 0.9, 5, 4);
        NumericGradient.ShouldBeRight(any, t => F.cross_entropy(t[0], t[1]), any.Tensor("x", 5, 4), labels);
        NumericGradient.ShouldBeRight(any, t => F.mse_loss(t[0], t[1]), any.Tensor("x", 5, 4), targets);
        NumericGradient.ShouldBeRight(
            any, t => F.binary_cross_entropy_with_logits(t[0], t[1]), any.Tensor("x", 5, 4), targets);
    }
}
