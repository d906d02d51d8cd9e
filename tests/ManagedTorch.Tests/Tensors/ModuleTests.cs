using Shouldly;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace CnnGen.ManagedTorch.Tests.Tensors;

public sealed class ModuleTests
{
    [Fact]
    public void Fields_become_components_under_their_names()
    {
        using var model = new ByFields();
        model.named_parameters().Select(pair => pair.name).ShouldBe(["scale", "dense.weight", "dense.bias"]);
        model.named_buffers().Select(pair => pair.name).ShouldBe(["offset"]);
    }

    [Fact]
    public void A_layer_registered_by_hand_is_not_registered_again() =>
        new ByHand().state_dict().Keys.ShouldBe(["dense_1.weight", "dense_1.bias"]);

    [Fact]
    public void Converting_a_module_replaces_its_parameters_and_keeps_their_gradients()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(2, 1);
        layer.call(ones(1, 2)).sum().backward();
        var old = layer.weight;
        layer.to(ScalarType.Float64);
        old.IsInvalid.ShouldBeTrue();
        layer.weight.dtype.ShouldBe(ScalarType.Float64);
        layer.weight.grad!.data<double>().ToArray().ShouldBe([1.0, 1.0]);
    }

    [Fact]
    public void A_module_may_be_attached_to_the_scope_of_its_own_tensors()
    {
        var model = default(ByFields);
        using (var scope = NewDisposeScope())
        {
            model = new ByFields();
            scope.Attach(model);
        }

        model.parameters().ShouldBeEmpty();
    }

    [Fact]
    public void Hooks_run_around_a_call_until_they_are_removed()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.ReLU();
        var before = layer.register_forward_pre_hook((_, input) => input.neg());
        var after = layer.register_forward_hook((_, _, output) => output.add(1));
        layer.call(tensor(-2f)).item<float>().ShouldBe(3f);
        before.remove();
        after.remove();
        layer.call(tensor(-2f)).item<float>().ShouldBe(0f);
    }

    [Fact]
    public void Tensors_are_equal_by_their_elements()
    {
        using var scope = NewDisposeScope();
        tensor(new[] { 1f, 2f }).Equals(tensor(new[] { 1f, 2f })).ShouldBeTrue();
        tensor(new[] { 1f, 2f }).Equals(tensor(new[] { 1f, 3f })).ShouldBeFalse();
        tensor(new[] { 1f, 2f }).Equals(tensor(new[] { 1f, 2f }, [2, 1])).ShouldBeFalse();
        rand(2, 3).ToString().ShouldBe("[2x3], type = Float32, device = cpu");
    }

    private sealed class ByFields : nn.Module<Tensor, Tensor>
    {
        private readonly Linear dense = nn.Linear(2, 3);
        private readonly Parameter scale = nn.Parameter(ones(1));
        private readonly Tensor offset = zeros(1);

        public ByFields() : base(nameof(ByFields))
        {
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => (dense.call(input) * scale) + offset;
    }

    private sealed class ByHand : nn.Module<Tensor, Tensor>
    {
        private readonly Linear _dense = nn.Linear(2, 3);

        public ByHand() : base(nameof(ByHand))
        {
            register_module("dense_1", _dense);
        }

        public override Tensor forward(Tensor input) => _dense.call(input);
    }
}
