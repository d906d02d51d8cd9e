namespace CnnGen;

/// <summary>
/// Follows one image through the layers of a trained network for as long as they make maps of maps, from rows and weights alone: the report's
/// pictures of maps are there without script too. It ends at the first layer that it does not know; tests hold it to the network itself.
/// </summary>
internal static class MapRun
{
    /// <summary>The maps behind each layer that has some, the image first.</summary>
    public static IReadOnlyList<FeatureMaps> Of(ReportedModel model, Image image)
    {
        List<FeatureMaps> all = [Start(image)];
        if (PadSupport.Obstacle(model) is not null)
        {
            return all;
        }

        foreach (LayerSummary layer in model.Architecture.Layers)
        {
            if (layer.OutputShape.Count != 3 || Next(model, layer, all[^1]) is not { } next)
            {
                break;
            }

            all.Add(next);
        }

        return all;
    }

    private static FeatureMaps Start(Image image)
    {
        int places = image.Height * image.Width;
        var values = new float[places * image.Channels];
        for (int i = 0; i < values.Length; i++)
        {
            values[(i % image.Channels * places) + (i / image.Channels)] = image.Pixels.Span[i] / 255f;
        }

        return new FeatureMaps("input", image.Channels, image.Height, image.Width, values);
    }

    private static FeatureMaps? Next(ReportedModel model, LayerSummary layer, FeatureMaps maps)
    {
        if (PadSupport.Idle.Contains(layer.ClassName))
        {
            return maps with { Layer = layer.Name };
        }

        FeatureMaps? next = layer.ClassName switch
        {
            "Conv2D" => MapConvolution.Run(layer, maps, model.WeightOf(layer.Name, "weight")!, model.WeightOf(layer.Name, "bias"), (int)Number(layer, "groups", 1)),
            "DepthwiseConv2D" => MapConvolution.Run(layer, maps, model.WeightOf(layer.Name, "weight")!, model.WeightOf(layer.Name, "bias"), maps.Channels),
            "MaxPooling2D" => MapConvolution.Pool(layer, maps, static values => values.Max()),
            "AveragePooling2D" => MapConvolution.Pool(layer, maps, static values => values.Average()),
            "BatchNormalization" => Normalize(model, layer, maps),
            "Rescaling" => maps.Mapped(layer.Name, (value, _) => (float)((value * Number(layer, "scale", 1)) + Number(layer, "offset", 0))),
            "Activation" => maps with { Layer = layer.Name },
            "ReLU" when layer.Settings.Count == 0 => maps.Mapped(layer.Name, static (value, _) => MathF.Max(value, 0)),
            _ => null,
        };
        return next is null ? null : Activate(layer, next);
    }

    private static FeatureMaps Normalize(ReportedModel model, LayerSummary layer, FeatureMaps maps)
    {
        float[] Values(string name, float usual) =>
            (float[]?)model.WeightOf(layer.Name, name)?.Values ?? [.. Enumerable.Repeat(usual, maps.Channels)];
        float[] mean = Values("running_mean", 0), variance = Values("running_var", 1), scale = Values("weight", 1), shift = Values("bias", 0);
        double epsilon = Number(layer, "epsilon", 0);
        return maps.Mapped(layer.Name, (value, channel) =>
            (float)(((value - mean[channel]) / Math.Sqrt(variance[channel] + epsilon) * scale[channel]) + shift[channel]));
    }

    private static FeatureMaps? Activate(LayerSummary layer, FeatureMaps maps) => Word(layer) switch
    {
        null => maps,
        nameof(Activation.ReLU) => maps.Mapped(layer.Name, static (value, _) => MathF.Max(value, 0)),
        nameof(Activation.LeakyReLU) => maps.Mapped(layer.Name, static (value, _) => value > 0 ? value : 0.2f * value),
        nameof(Activation.ELU) => maps.Mapped(layer.Name, static (value, _) => value > 0 ? value : MathF.Exp(value) - 1),
        nameof(Activation.SiLU) => maps.Mapped(layer.Name, static (value, _) => value / (1 + MathF.Exp(-value))),
        nameof(Activation.Sigmoid) => maps.Mapped(layer.Name, static (value, _) => 1 / (1 + MathF.Exp(-value))),
        nameof(Activation.Tanh) => maps.Mapped(layer.Name, static (value, _) => MathF.Tanh(value)),
        _ => null,
    };

    private static string? Word(LayerSummary layer) => layer.Settings.FirstOrDefault(static setting => setting.Name == "activation")?.Word;

    private static double Number(LayerSummary layer, string name, double usual) =>
        layer.Settings.FirstOrDefault(setting => setting.Name == name)?.Numbers[0] ?? usual;
}
