namespace CnnGen.Torch.Tests.Oracle;

/// <summary>PyTorch refused a question, or is not there.</summary>
internal class PyTorchException(string message) : Exception(message);
