namespace CnnGen.Torch.Tests.Oracle;

/// <summary>The interpreter ended where it should have answered.</summary>
internal sealed class InterpreterEndedException(string message) : PyTorchException(message);
