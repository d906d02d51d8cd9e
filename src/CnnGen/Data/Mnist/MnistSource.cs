namespace CnnGen;

/// <summary>Where <see cref="Mnist.Load(string?, string?)"/> found the digits, in the order in which it looks.</summary>
public enum MnistSource
{
    /// <summary>The folder that the caller named.</summary>
    Directory,

    /// <summary>The folder that the environment variable <c>CNNGEN_MNIST_DIR</c> names.</summary>
    Environment,

    /// <summary>The user's cache folder, from an earlier download.</summary>
    Cache,

    /// <summary>Downloaded just now into the cache folder.</summary>
    Download,

    /// <summary>The digits that ship with the program.</summary>
    Fallback,
}
