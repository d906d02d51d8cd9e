namespace CnnGen.Benchmarks.Peer.Contestants;

/// <summary>
/// Variables with which glibc keeps memory instead of giving it back and asking for it again at each step. Whoever uses a peer is told to
/// set them or to take another allocator, so that a comparison without them would be with a peer that is not at its best.
/// </summary>
internal static class TunedAllocator
{
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["MALLOC_MMAP_THRESHOLD_"] = "1073741824",
        ["MALLOC_TRIM_THRESHOLD_"] = "17179869184",
        ["MALLOC_TOP_PAD_"] = "268435456",
    };
}
