namespace CnnGen.Interop;

/// <summary>What the attribute of a layer says, for those who write it anew.</summary>
internal static class CallArguments
{
    public static string? ArgumentWord(this LayerCall call, string name) => call.Argument(name)?.Word;

    public static IReadOnlyList<double>? ArgumentNumbers(this LayerCall call, string name) => call.Argument(name)?.Numbers;

    public static double Argument(this LayerCall call, string name, double usual) => call.Argument(name)?.Numbers[0] ?? usual;

    public static bool Flag(this LayerCall call, string name, bool usual) => call.Argument(name, usual ? 1 : 0) != 0;

    /// <summary>Places among the dimensions of a shape that a setting names as Keras counts them, or the usual one.</summary>
    public static IReadOnlyList<int> Places(this LayerCall call, string setting, int usual) =>
        call.Numbers(setting) is { } axes ? [.. axes.Select(static axis => (int)axis - 1)] : [usual];
}
