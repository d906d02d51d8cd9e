namespace CnnGen.Torch.Tests.Training;

/// <summary>Noisy images of four classes: in each another corner is bright.</summary>
internal sealed class Patterns(int count, long seed) : utils.data.Dataset
{
    private readonly Tensor _images = Draw(count, seed);

    public override long Count => count;

    public override Dictionary<string, Tensor> GetTensor(long index) =>
        new() { ["image"] = _images[index], ["label"] = torch.tensor(index % 4) };

    /// <summary>All images and all labels.</summary>
    public (Tensor Images, Tensor Labels) Whole => (_images.alias(), arange(count).remainder(4));

    protected override void Dispose(bool disposing)
    {
        if (disposing) _images.Dispose();
    }

    private static Tensor Draw(int count, long seed)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        var images = rand(count, 1, 8, 8);
        for (var i = 0; i < count; i++)
        {
            var (row, column) = (i % 4 / 2 * 4, i % 2 * 4);
            images[i].narrow(1, row, 4).narrow(2, column, 4).add_(1);
        }

        return images.DetachFromDisposeScope();
    }
}
