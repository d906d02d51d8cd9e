using CnnGen.Torch.Tests.Checking;
using TorchSharp.Modules;

namespace CnnGen.Torch.Tests.Modules;

public class RegistrationTests
{
    [Fact]
    public void Parameters_come_in_the_order_of_registration()
    {
        using var network = new TinyNetwork();
        network.named_parameters().Select(entry => entry.name).ShouldBe(
            [
                "conv2d.weight", "conv2d.bias",
                "batch_normalization.weight", "batch_normalization.bias",
                "dense.weight", "dense.bias",
            ]);
        network.parameters().Count().ShouldBe(6);
    }

    [Fact]
    public void The_state_has_all_parameters_before_all_buffers()
    {
        using var network = new TinyNetwork();
        network.state_dict().Keys.ShouldBe(
            [
                "conv2d.weight", "conv2d.bias",
                "batch_normalization.weight", "batch_normalization.bias",
                "dense.weight", "dense.bias",
                "batch_normalization.running_mean", "batch_normalization.running_var",
                "batch_normalization.num_batches_tracked",
            ]);
    }

    [Fact]
    public void The_shapes_and_types_of_the_state_are_PyTorchs()
    {
        using var network = new TinyNetwork();
        var state = network.state_dict();
        state["conv2d.weight"].shape.ShouldBe([2L, 1L, 3L, 3L]);
        state["conv2d.bias"].shape.ShouldBe([2L]);
        state["dense.weight"].shape.ShouldBe([3L, 8L]);
        state["batch_normalization.running_mean"].dtype.ShouldBe(ScalarType.Float32);
        state["batch_normalization.num_batches_tracked"].dtype.ShouldBe(ScalarType.Int64);
        state["batch_normalization.num_batches_tracked"].shape.ShouldBeEmpty();
    }

    [Fact]
    public void Modules_and_children_are_found_by_name()
    {
        using var network = new TinyNetwork();
        network.named_children().Select(entry => entry.name).ShouldBe(["conv2d", "batch_normalization", "dropout", "dense"]);
        network.named_modules().Select(entry => entry.name).ShouldBe(["conv2d", "batch_normalization", "dropout", "dense"]);
        network.named_buffers().Select(entry => entry.name).ShouldBe(
            [
                "batch_normalization.running_mean", "batch_normalization.running_var",
                "batch_normalization.num_batches_tracked",
            ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with.dot")]
    [InlineData("conv2d")]
    public void An_empty_dotted_or_repeated_name_is_refused(string name)
    {
        using var network = new TinyNetwork();
        Should.Throw<Exception>(() => network.register_module(name, nn.ReLU()));
    }

    [Fact]
    public void Layers_start_as_they_do_in_TorchSharp()
    {
        using var normalization = nn.BatchNorm2d(3);
        normalization.weight!.ToFloats().ShouldBe([1f, 1f, 1f]);
        normalization.bias!.ToFloats().ShouldBe([0f, 0f, 0f]);
        normalization.running_mean!.ToFloats().ShouldBe([0f, 0f, 0f]);
        normalization.running_var!.ToFloats().ShouldBe([1f, 1f, 1f]);

        using var dense = nn.Linear(4, 2, false);
        dense.bias.ShouldBeNull();
        dense.weight!.requires_grad.ShouldBeTrue();
        dense.weight.shape.ShouldBe([2L, 4L]);
    }

    [Fact]
    public void Fields_are_registered_under_their_names_or_the_ones_given_to_them()
    {
        using var branches = new Branches();
        branches.state_dict().Keys.Order(StringComparer.Ordinal).ShouldBe(["by_name.left.weight", "by_name.right.weight", "first.bias", "first.weight"]);
        branches.call(ones(1, 2)).shape.ShouldBe([1, 3]);
    }

    private sealed class Branches : nn.Module<Tensor, Tensor>
    {
        [TorchSharp.Utils.ComponentName(Name = "first")]
        private readonly Linear _first = nn.Linear(2, 4);

        private readonly ModuleDict<Linear> by_name = nn.ModuleDict(("left", nn.Linear(4, 3, false)), ("right", nn.Linear(4, 3, false)));

        public Branches() : base(nameof(Branches))
        {
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            var features = _first.call(input);
            return (by_name["left"].call(features) + by_name["right"].call(features)).MoveToOuterDisposeScope();
        }
    }
}
