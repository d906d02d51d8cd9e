using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Data;

public class TensorDatasetTests
{
    [Fact]
    public void An_example_is_a_row_of_each_tensor()
    {
        using var scope = NewDisposeScope();
        using var data = utils.data.TensorDataset(arange(6).reshape(3, 2), arange(3) * 10);
        data.Count.ShouldBe(3);
        data[1].Select(tensor => tensor.ToLongs()).ShouldBe([[2L, 3L], [10L]]);
        data.GetTensor(2)[1].shape.ShouldBeEmpty();
    }

    [Fact]
    public void Batches_have_a_tensor_for_each_of_the_data_set()
    {
        using var scope = NewDisposeScope();
        using var loader = utils.data.DataLoader(utils.data.TensorDataset(rand(5, 2), arange(5)), 2);
        loader.Count.ShouldBe(3);
        loader.Select(batch => batch[0].shape[0]).ShouldBe([2, 2, 1]);
        loader.SelectMany(batch => batch[1].ToLongs()).ShouldBe([0, 1, 2, 3, 4]);
    }

    [Fact]
    public void Its_tensors_stay_the_callers()
    {
        using var scope = NewDisposeScope();
        var numbers = arange(3);
        utils.data.TensorDataset(numbers).Dispose();
        numbers.ToLongs().ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void It_outlives_the_scope_that_it_was_made_in()
    {
        var data = default(TorchSharp.Modules.TensorDataset);
        using (NewDisposeScope())
        {
            data = utils.data.TensorDataset(arange(3));
        }

        using (NewDisposeScope())
        {
            data[2][0].ToLongs().ShouldBe([2]);
        }

        data.Dispose();
    }

    [Fact]
    public void Tensors_of_other_lengths_are_refused()
    {
        using var scope = NewDisposeScope();
        Should.Throw<ArgumentException>(() => utils.data.TensorDataset(rand(5, 2), arange(4)));
    }
}
