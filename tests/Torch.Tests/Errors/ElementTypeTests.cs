using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Errors;

/// <summary>
/// Weights, biases and statistics of another type than the images are refused, wherever they are taken: their bits must not be read as
/// those of the images' type.
/// </summary>
public class ElementTypeTests
{
    private static readonly Dictionary<string, (Func<Tensor[], Tensor> Compute, long[][] Shapes)> Operations = new()
    {
        ["linear"] = (t => F.linear(t[0], t[1], t[2]), [[2, 3], [4, 3], [4]]),
        ["conv1d"] = (t => F.conv1d(t[0], t[1], t[2]), [[2, 3, 5], [4, 3, 2], [4]]),
        ["conv2d"] = (t => F.conv2d(t[0], t[1], t[2]), [[2, 3, 5, 5], [4, 3, 2, 2], [4]]),
        ["conv3d"] = (t => F.conv3d(t[0], t[1], t[2]), [[2, 3, 4, 4, 4], [4, 3, 2, 2, 2], [4]]),
        ["conv_transpose1d"] = (t => F.conv_transpose1d(t[0], t[1], t[2]), [[2, 3, 5], [3, 4, 2], [4]]),
        ["conv_transpose2d"] = (t => F.conv_transpose2d(t[0], t[1], t[2]), [[2, 3, 5, 5], [3, 4, 2, 2], [4]]),
        ["batch_norm, training"] = (t => F.batch_norm(t[0], t[1], t[2], t[3], t[4], true), [[2, 3, 4, 4], [3], [3], [3], [3]]),
        ["batch_norm"] = (t => F.batch_norm(t[0], t[1], t[2], t[3], t[4]), [[2, 3, 4, 4], [3], [3], [3], [3]]),
        ["instance_norm"] = (t => F.instance_norm(t[0], t[1], t[2], t[3], t[4]), [[2, 3, 4, 4], [3], [3], [3], [3]]),
        ["layer_norm"] = (t => F.layer_norm(t[0], [4], t[1], t[2]), [[2, 3, 4], [4], [4]]),
        ["group_norm"] = (t => F.group_norm(t[0], 2, t[1], t[2]), [[2, 4, 3], [4], [4]]),
        ["nll_loss"] = (t => F.nll_loss(t[0], zeros(2, ScalarType.Int64), t[1]), [[2, 3], [3]]),
        ["cross_entropy"] = (t => F.cross_entropy(t[0], zeros(2, ScalarType.Int64), t[1]), [[2, 3], [3]]),
        ["cross_entropy, smoothed"] = (t => F.cross_entropy(t[0], zeros(2, ScalarType.Int64), t[1], label_smoothing: 0.1), [[2, 3], [3]]),
        ["prelu"] = (t => F.prelu(t[0], t[1]), [[2, 3], [3]]),
        ["mm"] = (t => t[0].mm(t[1]), [[2, 3], [3, 2]]),
        ["grid_sample"] = (t => F.grid_sample(t[0], t[1]), [[1, 2, 3, 3], [1, 4, 4, 2]]),
    };

    public static TheoryData<string> Names => [.. Operations.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Every_operand_is_of_the_images_type(string name)
    {
        var (compute, shapes) = Operations[name];
        for (var wide = 0; wide < shapes.Length; wide++)
        {
            using var scope = NewDisposeScope();
            var tensors = Array.ConvertAll(shapes, shape => rand(shape));
            Should.NotThrow(() => compute(tensors));
            tensors[wide] = tensors[wide].to(ScalarType.Float64);
            Should.Throw<Exception>(() => compute(tensors), $"operand {wide}").Message.ShouldMatch("[Dd]ouble|Float64|dtype|scalar type", $"operand {wide}");
        }
    }
}
