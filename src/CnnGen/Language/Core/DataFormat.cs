namespace CnnGen;

/// <summary>How an image shape is written. Keras: <c>data_format</c>. It changes the notation, not the network.</summary>
public enum DataFormat
{
    /// <summary>Height, width, channels: Keras's default.</summary>
    ChannelsLast,

    /// <summary>Channels, height, width: PyTorch's order.</summary>
    ChannelsFirst,
}
