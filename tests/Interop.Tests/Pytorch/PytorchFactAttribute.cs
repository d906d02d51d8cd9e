using CnnGen.Fixtures;

namespace CnnGen.Interop.Tests.Pytorch;

/// <summary>A test that needs PyTorch and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PytorchFactAttribute : FactAttribute
{
    public PytorchFactAttribute() => Skip = PytorchSession.SkipReason;

    /// <summary>The fixtures that it needs too.</summary>
    public string? Corpus
    {
        get;
        set => Skip ??= FixtureFolder.WhyNot(field = value!);
    }
}
