using CnnGen.Torch.Tests.Checking;
using CnnGen.Torch.Tests.Oracle;
using static CnnGen.Torch.Tests.Checking.Agreement;

namespace CnnGen.Torch.Tests.Operations;

public class LossTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor, nn.Reduction, Tensor>> Losses = new()
    {
        ["F.mse_loss(x, y, reduction='*')"] = (x, y, reduction) => F.mse_loss(x, y, reduction),
        ["F.l1_loss(x, y, reduction='*')"] = (x, y, reduction) => F.l1_loss(x, y, reduction),
        ["F.smooth_l1_loss(x, y, reduction='*')"] = (x, y, reduction) => F.smooth_l1_loss(x, y, reduction),
        ["F.smooth_l1_loss(x, y, reduction='*', beta=0.4)"] = (x, y, reduction) => F.smooth_l1_loss(x, y, reduction, 0.4),
        ["F.huber_loss(x, y, reduction='*')"] = (x, y, reduction) => F.huber_loss(x, y, 1, reduction),
        ["F.huber_loss(x, y, reduction='*', delta=0.4)"] = (x, y, reduction) => F.huber_loss(x, y, 0.4, reduction),
        ["F.kl_div(F.log_softmax(x, 1), F.log_softmax(y, 1), reduction='*', log_target=True)"] =
            (x, y, reduction) => F.kl_div(F.log_softmax(x, 1), F.log_softmax(y, 1), true, reduction),
        ["F.kl_div(F.log_softmax(x, 1), F.softmax(y, 1), reduction='*')"] =
            (x, y, reduction) => F.kl_div(F.log_softmax(x, 1), F.softmax(y, 1), false, reduction),
        ["F.kl_div(F.log_softmax(x, 1), F.relu(y), reduction='*')"] =
            (x, y, reduction) => F.kl_div(F.log_softmax(x, 1), F.relu(y), false, reduction),
        ["F.binary_cross_entropy(torch.sigmoid(x), torch.sigmoid(y), reduction='*')"] =
            (x, y, reduction) => F.binary_cross_entropy(torch.sigmoid(x), torch.sigmoid(y), null, reduction),
        ["F.binary_cross_entropy_with_logits(x, torch.sigmoid(y), reduction='*')"] =
            (x, y, reduction) => F.binary_cross_entropy_with_logits(x, torch.sigmoid(y), null, reduction),
    };

    public static TheoryData<string, string> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, string>();
            foreach (var loss in Losses.Keys)
            {
                kinds.Add(loss, "mean");
                kinds.Add(loss, "sum");
                kinds.Add(loss, "none");
            }

            return kinds;
        }
    }

    [PyTorchTheory, MemberData(nameof(Kinds))]
    public void A_loss_between_two_tensors(string python, string reduction)
    {
        for (var number = 0; number < 3; number++)
        {
            var any = new Any(number, python + reduction);
            var shape = any.Shape(2, 9);
            PyTorchAgrees(
                any,
                python.Replace("*", reduction, StringComparison.Ordinal),
                (x, y) => Losses[python](x, y, Enum.Parse<nn.Reduction>(reduction, ignoreCase: true)),
                any.Tensor("x", shape),
                any.Tensor("y", shape).WithoutGradient());
        }
    }

    [PyTorchTheory, Cases(6)]
    public void A_binary_cross_entropy_with_weights(int number)
    {
        var any = new Any(number);
        var shape = any.Shape(2);
        PyTorchAgrees(
            any,
            "F.binary_cross_entropy(x, y, w)",
            (x, y, w) => F.binary_cross_entropy(x, y, w),
            any.Uniform("x", 0.01, 0.99, shape),
            any.Constant("y", 0, 1, shape),
            any.Constant("w", 0, 2, shape));
    }

    [PyTorchTheory, Cases(6)]
    public void A_binary_cross_entropy_with_logits_and_weights_of_the_positives(int number)
    {
        var any = new Any(number);
        var shape = any.Shape(2);
        PyTorchAgrees(
            any,
            "F.binary_cross_entropy_with_logits(x, y, w, pos_weight=p)",
            t => F.binary_cross_entropy_with_logits(t[0], t[1], t[2], nn.Reduction.Mean, t[3]),
            [
                any.Uniform("x", -50, 50, shape),
                any.Constant("y", 0, 1, shape),
                any.Constant("w", 0, 2, shape),
                any.Constant("p", 0.5, 3, shape[1]),
            ]);
    }

    [PyTorchTheory, Cases(3)]
    public void Certainty_does_not_make_a_binary_cross_entropy_infinite(int number)
    {
        var any = new Any(number);
        PyTorchAgrees(
            any,
            "F.binary_cross_entropy_with_logits(x, y)",
            (x, y) => F.binary_cross_entropy_with_logits(x, y),
            any.Uniform("x", -300, 300, 5, 1),
            any.Constant("y", 0, 1, 5, 1));
    }
}
