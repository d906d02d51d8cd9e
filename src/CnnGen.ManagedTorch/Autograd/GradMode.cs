namespace CnnGen.ManagedTorch.Autograd;

/// <summary>Whether operations of this thread are recorded.</summary>
internal sealed class GradMode : IDisposable
{
    [ThreadStatic]
    private static bool s_disabled;

    private readonly bool _previous;

    private GradMode(bool enabled)
    {
        _previous = s_disabled;
        s_disabled = !enabled;
    }

    public static bool Enabled => !s_disabled;

    /// <summary>Switches until disposed.</summary>
    public static GradMode Set(bool enabled) => new(enabled);

    public void Dispose() => s_disabled = _previous;
}
