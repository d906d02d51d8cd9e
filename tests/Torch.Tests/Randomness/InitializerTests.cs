using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Randomness;

public class InitializerTests
{
    private static readonly long[] Kernel = [64, 32, 3, 3];

    [Fact]
    public void Xavier_uniform_fills_its_range()
    {
        using var scope = NewDisposeScope();
        var limit = Math.Sqrt(6.0 / ((32 * 9) + (64 * 9)));
        ShouldBeUniform(nn.init.xavier_uniform_(empty(Kernel)), limit);
        ShouldBeUniform(nn.init.xavier_uniform_(empty(128, 100)), Math.Sqrt(6.0 / 228));
    }

    [Fact]
    public void Kaiming_uniform_fills_its_range()
    {
        using var scope = NewDisposeScope();
        ShouldBeUniform(
            nn.init.kaiming_uniform_(empty(Kernel), 0, nn.init.FanInOut.FanIn, nn.init.NonlinearityType.ReLU),
            Math.Sqrt(6.0 / (32 * 9)));
    }

    [Fact]
    public void Layers_start_with_the_range_of_their_inputs()
    {
        using var scope = NewDisposeScope();
        using var convolution = nn.Conv2d(32, 64, 3);
        using var dense = nn.Linear(100, 128);
        ShouldBeUniform(convolution.weight!, Math.Sqrt(1.0 / (32 * 9)));
        ShouldBeUniform(dense.weight!, Math.Sqrt(1.0 / 100));
        convolution.bias!.ToFloats().ShouldAllBe(value => Math.Abs(value) <= Math.Sqrt(1.0 / (32 * 9)));
    }

    [Fact]
    public void Normal_has_the_moments_asked_for()
    {
        using var scope = NewDisposeScope();
        ShouldHaveMoments(nn.init.normal_(empty(Kernel), 2, 0.5), 2, 0.5);
        ShouldHaveMoments(nn.init.xavier_normal_(empty(Kernel)), 0, Math.Sqrt(2.0 / ((32 * 9) + (64 * 9))));
    }

    [FactExceptOnTorchSharp("trunc_normal_ of TorchSharp 0.107 fills the tensor with the standard deviation")]
    public void Truncated_normal_stays_inside_its_bounds()
    {
        using var scope = NewDisposeScope();
        var tensor = nn.init.trunc_normal_(empty(Kernel), 0, 0.1, -0.2, 0.2);
        tensor.ToFloats().ShouldAllBe(value => Math.Abs(value) <= 0.2);
        ShouldHaveMoments(tensor, 0, 0.1 * 0.87962566103423978);
    }

    [Fact]
    public void Constants()
    {
        using var scope = NewDisposeScope();
        nn.init.zeros_(empty(5)).ToFloats().ShouldAllBe(value => value == 0);
        nn.init.ones_(empty(5)).ToFloats().ShouldAllBe(value => value == 1);
        nn.init.constant_(empty(5), 2.5).ToFloats().ShouldAllBe(value => value == 2.5f);
    }

    [Fact]
    public void The_shorter_side_of_an_orthogonal_matrix_stands_at_right_angles()
    {
        using var scope = NewDisposeScope();
        var wide = nn.init.orthogonal_(empty(6, 4, 3), 2).flatten(1);
        wide.matmul(wide.t()).ToFloats().ShouldBeCloseTo((eye(6) * 4).ToFloats(), 1e-5, "rows");
        var tall = nn.init.orthogonal_(empty(30, 6));
        tall.t().matmul(tall).ToFloats().ShouldBeCloseTo(eye(6).ToFloats(), 1e-5, "columns");
    }

    [Fact]
    public void Identities()
    {
        using var scope = NewDisposeScope();
        nn.init.eye_(empty(2, 3)).ToFloats().ShouldBe([1f, 0, 0, 0, 1, 0]);
        var images = randn(2, 3, 5, 5);
        F.conv2d(images, nn.init.dirac_(empty(3, 3, 3, 3)), null, null, [1, 1]).ToFloats().ShouldBe(images.ToFloats());
    }

    [Fact]
    public void A_parameter_is_filled_without_leaving_a_trace_in_the_graph()
    {
        using var scope = NewDisposeScope();
        using var dense = nn.Linear(3, 2);
        nn.init.zeros_(dense.bias!);
        dense.bias!.is_leaf.ShouldBeTrue();
        dense.bias.requires_grad.ShouldBeTrue();
    }

    private static void ShouldBeUniform(Tensor tensor, double limit)
    {
        var values = tensor.ToFloats();
        values.ShouldAllBe(value => Math.Abs(value) <= limit * 1.000001);
        values.Max().ShouldBeGreaterThan((float)(0.99 * limit));
        values.Min().ShouldBeLessThan((float)(-0.99 * limit));
        ShouldHaveMoments(tensor, 0, limit / Math.Sqrt(3));
    }

    private static void ShouldHaveMoments(Tensor tensor, double mean, double deviation)
    {
        var values = tensor.ToFloats();
        var actual = values.Average(value => (double)value);
        actual.ShouldBe(mean, 6 * deviation / Math.Sqrt(values.Length));
        Math.Sqrt(values.Average(value => Math.Pow(value - actual, 2))).ShouldBe(deviation, 0.05 * deviation);
    }
}
