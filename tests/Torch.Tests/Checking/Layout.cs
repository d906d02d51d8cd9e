namespace CnnGen.Torch.Tests.Checking;

/// <summary>A way for the elements of a tensor to lie in memory.</summary>
/// <param name="Name">How a failing test calls it.</param>
/// <param name="Arrange">Gives a tensor of the same shape and values that lies in memory like this.</param>
internal sealed record Layout(string Name, Func<Tensor, Tensor> Arrange)
{
    public static Layout Contiguous { get; } = new("contiguous", tensor => tensor);

    /// <summary>The order of images in ManagedTorch; for four dimensions.</summary>
    public static Layout ChannelsLast { get; } = new(
        "channels-last", tensor => tensor.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2));

    /// <summary>The last two dimensions the other way round; for two or more.</summary>
    public static Layout Transposed { get; } = new(
        "transposed", tensor => tensor.transpose(-1, -2).contiguous().transpose(-1, -2));

    /// <summary>A part of a larger tensor; for one dimension or more.</summary>
    public static Layout Slice { get; } = new(
        "slice", tensor => cat([tensor, tensor, tensor], -1).narrow(-1, tensor.shape[^1], tensor.shape[^1]));

    public static Layout AnyFor(long[] shape, Any any) => shape.Length switch
    {
        0 => Contiguous,
        1 => any.OneOf(Contiguous, Slice),
        4 => any.OneOf(Contiguous, Contiguous, ChannelsLast, Transposed, Slice),
        _ => any.OneOf(Contiguous, Transposed, Slice),
    };
}
