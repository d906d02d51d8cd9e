using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Modules;

public class ModeTests
{
    [Fact]
    public void A_network_starts_in_training_mode_and_its_layers_follow_it()
    {
        using var network = new TinyNetwork();
        network.training.ShouldBeTrue();
        network.LayersAreTraining.ShouldBeTrue();
        network.eval();
        network.training.ShouldBeFalse();
        network.LayersAreTraining.ShouldBeFalse();
        network.train();
        network.LayersAreTraining.ShouldBeTrue();
    }

    [Fact]
    public void Evaluation_gives_the_same_result_each_time_and_leaves_the_state_alone()
    {
        using var scope = NewDisposeScope();
        using var network = new TinyNetwork();
        network.eval();
        var images = TinyNetwork.AnyImages(5);
        var first = network.call(images).ToFloats();
        network.call(images).ToFloats().ShouldBe(first);
        network.state_dict()["batch_normalization.num_batches_tracked"].item<long>().ShouldBe(0);
    }

    [Fact]
    public void Zero_grad_forgets_the_gradients()
    {
        using var scope = NewDisposeScope();
        using var network = new TinyNetwork();
        network.call(TinyNetwork.AnyImages(5)).sum().backward();
        network.parameters().ShouldAllBe(parameter => parameter.grad is object);
        network.zero_grad();
        network.parameters().ShouldAllBe(parameter => ReferenceEquals(parameter.grad, null));
    }

    [Fact]
    public void Disposing_a_network_disposes_its_parameters()
    {
        var network = new TinyNetwork();
        var weight = network.parameters().First();
        network.Dispose();
        weight.IsInvalid.ShouldBeTrue();
    }
}
