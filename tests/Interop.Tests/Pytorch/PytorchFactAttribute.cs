namespace CnnGen.Interop.Tests.Pytorch;

/// <summary>A test that needs PyTorch and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PytorchFactAttribute : FactAttribute
{
    public PytorchFactAttribute() => Skip = PytorchSession.SkipReason;
}
