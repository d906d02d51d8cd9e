namespace CnnGen.Samples.DrawADigit.Server;

/// <summary>What the command line says.</summary>
internal sealed record ServerOptions
{
    /// <summary>The port on 127.0.0.1; 0 for a free one.</summary>
    public int Port { get; init; } = 5050;

    /// <summary>Weights to take, or to write where there is no such file; null for those that ship with the sample.</summary>
    public string? Weights { get; init; }

    /// <summary>Whether the network is trained anew, whatever file there is.</summary>
    public bool Train { get; init; }

    /// <summary>Folder with MNIST; null for where it is found.</summary>
    public string? Data { get; init; }

    /// <summary>Passes over the digits; null for what the network declares.</summary>
    public int? Epochs { get; init; }

    /// <summary>The file to read the weights from; null if they are to be trained.</summary>
    public string? FileToRead => Train ? null : Weights is null ? Shipped : File.Exists(Weights) ? Weights : null;

    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "Weights", "digits.safetensors");
}
