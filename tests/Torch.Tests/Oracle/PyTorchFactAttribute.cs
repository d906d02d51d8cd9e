using Xunit;

namespace CnnGen.Torch.Tests.Oracle;

/// <summary>A test that compares with PyTorch and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PyTorchFactAttribute : FactAttribute
{
    public PyTorchFactAttribute() => Skip = PyTorch.SkipReason;
}
