namespace CnnGen.Torch.Tests.Checking;

/// <summary>A way for the elements of a tensor to lie in memory.</summary>
/// <param name="Name">How a failing test calls it.</param>
/// <param name="Arrange">Gives a tensor of the same shape and values that lies in memory like this.</param>
internal sealed record Layout(string Name, Func<Tensor, Tensor> Arrange)
{
    public static Layout Contiguous { get; } = new("contiguous", tensor => tensor);

    /// <summary>The order of images in ManagedTorch, and of signals and volumes; for three dimensions or more.</summary>
    public static Layout ChannelsLast { get; } = new("channels-last", tensor =>
    {
        var rank = (int)tensor.ndim;
        long[] there = [0, .. Enumerable.Range(2, rank - 2).Select(dim => (long)dim), 1];
        long[] back = [0, rank - 1, .. Enumerable.Range(1, rank - 2).Select(dim => (long)dim)];
        return tensor.permute(there).contiguous().permute(back);
    });

    /// <summary>The last two dimensions the other way round; for two or more.</summary>
    public static Layout Transposed { get; } = new(
        "transposed", tensor => tensor.transpose(-1, -2).contiguous().transpose(-1, -2));

    /// <summary>A part of a larger tensor; for one dimension or more.</summary>
    public static Layout Slice { get; } = new(
        "slice", tensor => cat([tensor, tensor, tensor], -1).narrow(-1, tensor.shape[^1], tensor.shape[^1]));

    /// <summary>Every other element of a larger tensor; for one dimension or more.</summary>
    public static Layout EveryOther { get; } = new("every other", tensor => stack([tensor, tensor], -1).select(-1, 1));

    /// <summary>One slice that stands for all along a dimension, whose values must be the same.</summary>
    public static Layout Repeated(int dim) => new(
        $"repeated along {dim}", tensor => tensor.narrow(dim, 0, 1).expand(tensor.shape));

    public static Layout AnyFor(long[] shape, Any any) => shape.Length switch
    {
        0 => Contiguous,
        1 => any.OneOf(Contiguous, Slice, EveryOther),
        2 => any.OneOf(Contiguous, Transposed, Slice, EveryOther),
        _ => any.OneOf(Contiguous, Contiguous, ChannelsLast, Transposed, Slice, EveryOther),
    };
}
