namespace CnnGen.Torch.Tests.Oracle;

/// <summary>PyTorch refused a question, or is not there.</summary>
internal sealed class PyTorchException(string message) : Exception(message);
