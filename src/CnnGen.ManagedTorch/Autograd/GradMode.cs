namespace CnnGen.ManagedTorch.Autograd;

/// <summary>Whether operations of this thread are recorded.</summary>
internal static class GradMode
{
    private static readonly IDisposable BackToEnabled = new Restorer(disabled: false);
    private static readonly IDisposable BackToDisabled = new Restorer(disabled: true);

    [ThreadStatic]
    private static bool s_disabled;

    public static bool Enabled => !s_disabled;

    /// <summary>Switches until disposed.</summary>
    public static IDisposable Set(bool enabled)
    {
        var previous = s_disabled ? BackToDisabled : BackToEnabled;
        s_disabled = !enabled;
        return previous;
    }

    private sealed class Restorer(bool disabled) : IDisposable
    {
        public void Dispose() => s_disabled = disabled;
    }
}
