namespace CnnGen.ManagedTorch;

/// <summary>The two dense orders that elements lie in.</summary>
internal enum MemoryLayout
{
    /// <summary>The last dimension varies fastest.</summary>
    Contiguous,

    /// <summary>Of N, C, H, W the channel varies fastest, then W, H, N; likewise for any three dimensions or more.</summary>
    ChannelsLast,
}
