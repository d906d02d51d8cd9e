using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

/// <summary>Layers as modules, one alone or several in a row, with any state, in training and in evaluation.</summary>
internal static class LayerCases
{
    public static IReadOnlyList<Family> Families { get; } =
    [
        new("Layer", 120, any => Of(any, 1)),
        new("Network", 120, any => Of(any, (int)any.Between(2, 6))),
    ];

    private static Trial Of(Any any, int count)
    {
        var axes = any.OneOf(2, 2, 0, 1, 3);
        long[] shape = [any.Batch(5), any.Between(1, 8), .. any.Axes(axes, 3, axes == 3 ? 5 : 9)];
        var x = any.Tensor("x", shape);
        x = any.Flag(0.1) ? x.WithoutGradient() : x;
        var layers = new List<AnyLayer>();
        while (layers.Count < count)
        {
            layers.Add(layers.Count == 0 ? AnyLayer.Next(any, shape, false) : AnyLayer.Next(any, layers[^1].Shape, layers[^1].MayBeWrittenInto));
        }

        return count == 1 && any.Flag()
            ? Call(any, $"torch.nn.{layers[0].Python}", layers[0].Make(), x)
            : Call(
                any,
                $"torch.nn.Sequential({string.Join(", ", layers.Select(layer => $"torch.nn.{layer.Python}"))})",
                nn.Sequential(layers.Select(layer => layer.Make())),
                x);
    }

    private static Trial Call(Any any, string python, nn.Module<Tensor, Tensor> layer, Operand x)
    {
        if (any.Flag(0.3))
        {
            layer.eval();
            python += ".eval()";
        }

        (string Name, Tensor Place)[] places =
        [
            .. layer.named_parameters().Select(entry => (entry.name, (Tensor)entry.parameter)),
            .. layer.named_buffers().Where(entry => entry.buffer.dtype == ScalarType.Float32),
        ];
        Operand[] state = [.. places.Select((place, i) => StateOf(any, place.Name, $"s{i}", place.Place.shape))];
        var entries = string.Join(", ", places.Select((place, i) => $"'{place.Name}': s{i}"));
        return new(
            $"functional_call({python}, {{{entries}}}, (x,))",
            tensors =>
            {
                using (no_grad())
                {
                    for (var i = 0; i < places.Length; i++)
                    {
                        places[i].Place.copy_(tensors[i + 1]);
                        tensors[i + 1] = places[i].Place;
                    }
                }

                return layer.call(tensors[0]);
            },
            [x, .. state]) { IsNetwork = true };
    }

    private static Operand StateOf(Any any, string name, string operand, long[] shape)
    {
        if (name.Contains("running", StringComparison.Ordinal))
        {
            return any.Constant(operand, 0.5, 2, shape).Contiguous() with { Written = true };
        }

        // Weights that keep what passes through of about one.
        var spread = shape.Length == 1 ? 1 : 2 / Math.Sqrt(shape[1..].Aggregate(1.0, (product, size) => product * size));
        return any.Uniform(operand, -spread, spread, shape);
    }
}
