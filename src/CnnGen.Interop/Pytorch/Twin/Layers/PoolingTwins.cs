namespace CnnGen.Interop;

/// <summary>Poolings over windows and over whole maps.</summary>
internal static class PoolingTwins
{
    public static IReadOnlyDictionary<string, TwinLayer> All { get; } = new Dictionary<string, TwinLayer>(
        new[] { 1, 2, 3 }.SelectMany(static axes => new KeyValuePair<string, TwinLayer>[]
        {
            new($"MaxPooling{axes}D", new Pooling(axes, "max_pool", "")),
            // Padding is not counted.
            new($"AveragePooling{axes}D", new Pooling(axes, "avg_pool", "count_include_pad=False")),
            new($"GlobalMaxPooling{axes}D", Global(axes, "amax")),
            new($"GlobalAveragePooling{axes}D", Global(axes, "mean")),
        }));

    private static ExpressionLayer Global(int axes, string method)
    {
        string dimensions = axes == 1 ? "2" : PythonText.Tuple(Enumerable.Range(2, axes));
        return new ExpressionLayer(call => $"{call.Value}.{method}(dim={dimensions}{(call.Call.Flag("keepDims", false) ? ", keepdim=True" : "")})");
    }

    /// <summary>
    /// PyTorch pads both ends alike and leaves the padding out of the result. Where 'same' needs one pixel more at the end, the last window reaches
    /// over the edge with strides of 2 and more; with strides of 1 both ends get that pixel, and the result's first one is dropped.
    /// </summary>
    private sealed class Pooling(int axes, string function, string uncounted) : TwinLayer
    {
        public override bool DependsOnSizes(LayerCall call) => call.Numbers("padding") is not null && call.Numbers("strides") is not null;

        public override void Forward(TwinCall call)
        {
            IReadOnlyList<double> sizes = call.Call.Numbers("poolSize")!;
            IReadOnlyList<double> strides = call.Numbers("strides", 1, axes);
            double[][] edges = [.. call.Numbers("padding", 0, 2 * axes).Chunk(2)];
            bool[] dropsFirst = [.. edges.Select((edge, axis) => edge[0] != edge[1] && strides[axis] == 1)];
            double[] padding = [.. edges.Select((edge, axis) => dropsFirst[axis] ? edge[1] : edge[0])];
            bool reachesOver = edges.Where((edge, axis) => edge[0] != edge[1] && strides[axis] > 1).Any();
            List<string> arguments = [call.Value, PythonText.Sizes(sizes)];
            if (!strides.SequenceEqual(sizes))
            {
                arguments.Add($"stride={PythonText.Sizes(strides)}");
            }

            if (Array.Exists(padding, static pixels => pixels != 0))
            {
                arguments.Add($"padding={PythonText.Sizes(padding)}");
            }

            if (reachesOver)
            {
                arguments.Add("ceil_mode=True");
            }

            if (uncounted.Length > 0 && (reachesOver || Array.Exists(padding, static pixels => pixels != 0)))
            {
                arguments.Add(uncounted);
            }

            string first = dropsFirst.Contains(true) ? $"[:, :, {string.Join(", ", dropsFirst.Select(static drops => drops ? "1:" : ":"))}]" : "";
            call.Value = $"F.{function}{axes}d({string.Join(", ", arguments)}){first}";
        }
    }
}
