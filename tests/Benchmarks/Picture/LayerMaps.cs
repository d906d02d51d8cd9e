using TorchSharp;
using static TorchSharp.torch.nn;

namespace CnnGen.Benchmarks.Picture;

/// <summary>The maps of one layer, of all digits: digit after digit, map after map, row after row.</summary>
/// <param name="Count">Maps of a digit.</param>
/// <param name="Side">Rows and columns of a map.</param>
/// <param name="Values">What they hold.</param>
internal sealed record LayerMaps(int Count, int Side, float[] Values)
{
    /// <summary>The value of a digit's map at a place.</summary>
    public float At(int digit, int map, int place) => Values[(((digit * Count) + map) * Side * Side) + place];

    /// <summary>What comes out of each convolution and its pooling.</summary>
    public static IReadOnlyList<LayerMaps> Of(DigitReader network, ImageDataset digits)
    {
        using var scope = torch.NewDisposeScope();
        using var inference = torch.inference_mode();
        float[] pixels = [.. digits.Images.SelectMany(static image => image.Pixels.ToArray()).Select(static pixel => pixel / 255f)];
        torch.Tensor maps = torch.tensor(pixels, [digits.Count, 1, digits.Height, digits.Width]);
        var layers = new List<LayerMaps>();
        foreach (var convolution in network.named_children().Select(static child => child.module).OfType<TorchSharp.Modules.Conv2d>())
        {
            maps = functional.max_pool2d(functional.relu(convolution.call(maps)), 2);
            layers.Add(new LayerMaps((int)maps.shape[1], (int)maps.shape[2], [.. maps.contiguous().data<float>()]));
        }

        return layers;
    }
}
