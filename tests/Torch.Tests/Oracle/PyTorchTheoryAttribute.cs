using Xunit;

namespace CnnGen.Torch.Tests.Oracle;

/// <summary>A test with many cases that compares with PyTorch and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PyTorchTheoryAttribute : TheoryAttribute
{
    public PyTorchTheoryAttribute() => Skip = PyTorch.SkipReason;
}
