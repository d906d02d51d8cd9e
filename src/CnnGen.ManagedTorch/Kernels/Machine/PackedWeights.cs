namespace CnnGen.ManagedTorch.Kernels;

/// <summary>How weights can lie once they are packed.</summary>
internal enum Packing
{
    Taps,
    Winograd,
    WinogradRows,
    Depthwise,
}

/// <summary>What tells one packed form of some memory from another: the form, where the weights begin and how they are divided.</summary>
internal readonly record struct PackedKey(Packing Packing, nint Weights, int Filters, int Depth, int KernelH, int KernelW, int Groups)
{
    public static unsafe PackedKey Of(Packing packing, in ConvolutionSize size, float* weights) =>
        new(packing, (nint)weights, size.Filters, size.GroupC, size.KernelH, size.KernelW, size.Groups);
}

/// <summary>
/// Room for packed weights during one call: in the scratch, or kept for later calls, in which case it may be filled already.
/// Whoever finds it blank packs, and then says so; others who want the same wait for that.
/// </summary>
internal readonly unsafe ref struct PackedWeights
{
    private readonly KeptWeights.Entry? _entry;

    private PackedWeights(float* floats, KeptWeights.Entry? entry, bool isBlank)
    {
        Floats = floats;
        _entry = entry;
        IsBlank = isBlank;
    }

    public float* Floats { get; }

    /// <summary>Whether nothing had been packed there when it was found.</summary>
    public bool IsBlank { get; }

    public static PackedWeights Find(KeptWeights? kept, in PackedKey key, long floats, in Scratch scratch)
    {
        if (kept is null) return new PackedWeights(scratch.Floats(floats), null, isBlank: true);
        KeptWeights.Entry entry = kept.Hold(key, floats);
        return new PackedWeights(entry.Floats, entry, entry.AwaitFilling());
    }

    /// <summary>Says that the weights are packed now.</summary>
    public void Fill() => _entry?.Fill();

    public void Dispose()
    {
        if (_entry is null) return;
        // An exception came before the weights were packed: the next one who wants them is to try.
        if (IsBlank && !_entry.IsFilled) _entry.GiveUp();
        _entry.Release();
    }
}
