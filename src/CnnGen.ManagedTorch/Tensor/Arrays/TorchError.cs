using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace CnnGen.ManagedTorch;

/// <summary>The exceptions that TorchSharp throws for what libtorch refuses, so that code catches the same on both.</summary>
internal static class TorchError
{
    public static ExternalException Create(string message) => new(message);

    /// <summary>An index or a dimension that does not exist; libtorch does not tell it apart either.</summary>
    public static ExternalException Index(string message) => new(message);

    public static ExternalException WrongType(string operation, string expected, TorchSharp.torch.ScalarType actual) =>
        new($"{operation}: expected {expected}, but got {actual}");

    public static ObjectDisposedException Disposed() =>
        new(null, "Tensor invalid -- empty handle: the tensor has been disposed, by hand or with its dispose scope.");

    [DoesNotReturn]
    public static void Throw(string message) => throw Create(message);
}
