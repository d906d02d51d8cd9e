using CnnGen.Torch.Tests.Checking;

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
    public void Labels_of_32_bits_for_log_probabilities() => ShouldRefuse(
        () => F.nll_loss(F.log_softmax(randn(2, 3), 1), torch.tensor(new[] { 0, 1 })), "Long|Int64", "Int");

    [Fact]
    public void Labels_of_another_number() => ShouldRefuse(() => F.cross_entropy(randn(2, 3), torch.tensor(new[] { 0L, 1L, 2L })), "2", "3");

    [Fact]
    public void A_label_that_is_no_class() => ShouldRefuse(
        () => F.cross_entropy(randn(2, 3), torch.tensor(new[] { 0L, 3L })), "3");

    [Fact]
    public void Shapes_that_cannot_be_broadcast() => ShouldRefuse(() => ones(2, 3) + ones(2, 4), "3", "4");

    [Fact]
    public void A_matrix_product_of_shapes_that_do_not_fit() => ShouldRefuse(() => F.linear(ones(2, 5), ones(3, 4)), "5", "4");

    [Fact]
    public void A_product_of_two_matrices_that_do_not_fit() => ShouldRefuse(() => ones(2, 3).mm(ones(4, 5)), "2x3", "4x5");

    [FactExceptOnTorchSharp("An error in matmul ends the process: it is not caught on the native side.")]
    public void A_product_of_tensors_that_do_not_fit() => ShouldRefuse(() => ones(2, 3).matmul(ones(4, 5)), "2x3", "4x5");

    [Fact]
    public void Products_of_matrices_that_do_not_fit() => ShouldRefuse(() => ones(2, 3, 4).bmm(ones(2, 5, 6)), "4", "5");

    [Fact]
    public void A_write_of_another_shape() => ShouldRefuse(() => ones(2, 3).copy_(ones(4)), "3", "4");

    [Fact]
    public void A_write_that_would_need_a_larger_target() => ShouldRefuse(() => ones(3).add_(ones(2, 3)), "3", "2");

    [Fact]
    public void Binary_labels_of_another_shape() => ShouldRefuse(() => F.binary_cross_entropy(rand(2, 3), rand(2, 1)), "3", "1");

    [Fact]
    public void Squares_of_shapes_that_cannot_be_broadcast() => ShouldRefuse(() => F.mse_loss(rand(2, 3), rand(2, 4)), "3", "4");

    [Fact]
    public void Statistics_of_another_number_of_channels() => ShouldRefuse(
        () => F.batch_norm(rand(2, 3, 4, 4), zeros(4), ones(4)), "3", "4");

    [Fact]
    public void A_normalization_over_other_sizes() => ShouldRefuse(() => F.layer_norm(rand(2, 3), [4]), "3", "4");

    [Fact]
    public void A_gradient_of_another_shape() => ShouldRefuse(() => (ones(2, 3).requires_grad_() * 2).backward([ones(3, 2)]), "2", "3");

    [FactExceptOnTorchSharp("It sets the gradient without a look at it.")]
    public void A_gradient_of_another_type_that_is_set() => ShouldRefuse(() => ones(2).requires_grad_().grad = ones(2, ScalarType.Float64), "type");

    [Fact]
    public void The_gradient_of_squares_of_a_target_of_another_type() => ShouldRefuse(
        () => F.mse_loss(rand(3).requires_grad_(), rand(3, ScalarType.Float64)).backward(), "dtype Double", "Float");

    [Fact]
    public void The_gradient_of_a_huber_loss_of_a_target_of_another_type() => ShouldRefuse(
        () => F.huber_loss(rand(3).requires_grad_(), rand(3, ScalarType.Float64)).backward(), "dtype Double", "Float");

    [Fact]
    public void Binary_labels_of_another_type() => ShouldRefuse(
        () => F.binary_cross_entropy(rand(3), rand(3, ScalarType.Float64)), "dtype Double", "Float");

    [Fact]
    public void Bits_of_floating_numbers()
    {
        ShouldRefuse(() => ones(2) & ones(2), "Float");
        ShouldRefuse(() => ones(2) | ones(2, ScalarType.Int64), "Float");
        ShouldRefuse(() => ~ones(2));
    }

    [Fact]
    public void Whole_numbers_to_negative_powers() => ShouldRefuse(() => arange(3).pow(-1), "Integers to negative integer powers");

    [Fact]
    public void An_image_with_the_wrong_number_of_channels() => ShouldRefuse(
        () => F.conv2d(ones(1, 3, 5, 5), ones(4, 2, 3, 3)), "3", "2");

    [Fact]
    public void A_kernel_larger_than_its_image() => ShouldRefuse(() => F.conv2d(ones(1, 1, 2, 2), ones(1, 1, 3, 3)), "3", "2");

    [Fact]
    public void More_memory_than_there_is() => ShouldRefuse(() => zeros(1L << 50), "allocate", (1L << 52).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void More_elements_than_can_be_counted() => ShouldRefuse(() => zeros(1L << 40, 1L << 40));

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
    public void Backward_through_a_part_whose_saved_values_another_loss_freed()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        var shared = x.exp();
        (shared + 1).sum().backward();
        ShouldRefuse(() => (shared + 2).sum().backward(), "second time|freed");
        x.grad!.ToFloats().ShouldAllBe(value => Math.Abs(value - Math.E) < 1e-5);
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

    [Fact]
    public void A_device_that_is_not_there()
    {
        torch.cuda.is_available().ShouldBeFalse();
        ShouldRefuse(() => ones(1).cuda());
        ShouldRefuse(() => nn.Linear(1, 1).to(CUDA));
    }

    [Fact]
    public void A_layer_that_was_disposed()
    {
        var layer = nn.Linear(2, 3);
        layer.Dispose();
        ShouldRefuse(() => layer.call(ones(1, 2)));
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
