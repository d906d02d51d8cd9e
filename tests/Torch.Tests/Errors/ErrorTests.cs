namespace CnnGen.Torch.Tests.Errors;

/// <summary>
/// What is wrong must be refused with a message that says what is wrong. The exceptions' types differ from backend to backend.
/// </summary>
public class ErrorTests
{
    [Fact]
    public void Labels_of_32_bits() => ShouldRefuse(
        () => F.cross_entropy(randn(2, 3), torch.tensor(new[] { 0, 1 })), "Long|Int64", "Int");

    [Fact]
    public void A_label_that_is_no_class() => ShouldRefuse(
        () => F.cross_entropy(randn(2, 3), torch.tensor(new[] { 0L, 3L })), "3");

    [Fact]
    public void Shapes_that_cannot_be_broadcast() => ShouldRefuse(() => ones(2, 3) + ones(2, 4), "3", "4");

    [Fact]
    public void A_matrix_product_of_shapes_that_do_not_fit() => ShouldRefuse(() => F.linear(ones(2, 5), ones(3, 4)), "5", "4");

    [Fact]
    public void An_image_with_the_wrong_number_of_channels() => ShouldRefuse(
        () => F.conv2d(ones(1, 3, 5, 5), ones(4, 2, 3, 3)), "3", "2");

    [Fact]
    public void A_kernel_larger_than_its_image() => ShouldRefuse(() => F.conv2d(ones(1, 1, 2, 2), ones(1, 1, 3, 3)), "3", "2");

    [Fact]
    public void A_reshape_to_another_number_of_elements() => ShouldRefuse(() => ones(2, 3).reshape(4, 2), "6", "4");

    [Fact]
    public void Tensors_of_other_shapes_in_a_row() => ShouldRefuse(() => cat([ones(2, 3), ones(2, 4)], 0), "3", "4");

    [Fact]
    public void An_item_of_another_type() => ShouldRefuse(() => ones(1).item<long>());

    [Fact]
    public void An_item_of_many() => ShouldRefuse(() => ones(2).item<float>());

    [Fact]
    public void Backward_from_more_than_a_scalar() => ShouldRefuse(() => (ones(2).requires_grad_() * 2).backward());

    [Fact]
    public void Backward_without_a_graph() => ShouldRefuse(() => ones(2).sum().backward());

    [Fact]
    public void Backward_twice_through_one_graph()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        var y = (x * x).sum();
        y.backward();
        ShouldRefuse(() => y.backward());
    }

    [Fact]
    public void A_write_into_a_leaf_that_requires_a_gradient() => ShouldRefuse(
        () => ones(2).requires_grad_().copy_(zeros(2)), "leaf");

    [Fact]
    public void A_tensor_that_was_disposed()
    {
        var x = ones(2);
        x.Dispose();
        ShouldRefuse(() => x + 1);
        ShouldRefuse(() => x.shape);
    }

    private static void ShouldRefuse(Action action, params string[] words)
    {
        using var scope = NewDisposeScope();
        var message = Should.Throw<Exception>(action).Message;
        foreach (var word in words)
        {
            message.ShouldMatch(word);
        }
    }

    private static void ShouldRefuse(Func<object?> function, params string[] words) => ShouldRefuse(() => { _ = function(); }, words);
}
