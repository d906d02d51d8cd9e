namespace CnnGen;

/// <summary>What a layer makes of one image.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Channels">Maps.</param>
/// <param name="Height">Rows of each.</param>
/// <param name="Width">Columns of each.</param>
/// <param name="Values">The maps one after the other.</param>
internal sealed record FeatureMaps(string Layer, int Channels, int Height, int Width, float[] Values)
{
    /// <summary>Values of one map.</summary>
    public int Size => Height * Width;

    /// <summary>A value, or zero outside.</summary>
    public float At(int channel, int row, int column) =>
        (uint)row < (uint)Height && (uint)column < (uint)Width ? Values[(((channel * Height) + row) * Width) + column] : 0;

    /// <summary>The same with other values.</summary>
    public FeatureMaps Mapped(string layer, Func<float, int, float> value)
    {
        var values = new float[Values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = value(Values[i], i / Size);
        }

        return this with { Layer = layer, Values = values };
    }
}
