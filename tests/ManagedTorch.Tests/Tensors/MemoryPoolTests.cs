using CnnGen.ManagedTorch.Memory;
using Shouldly;
using Xunit;

namespace CnnGen.ManagedTorch.Tests.Tensors;

public sealed unsafe class MemoryPoolTests
{
    [Fact]
    public void A_block_holds_what_was_asked_for_and_little_more()
    {
        for (var bytes = 1L; bytes < 1L << 40; bytes += (bytes / 7) + 1)
        {
            MemoryPool.SizeClass(bytes, out var capacity);
            capacity.ShouldBeGreaterThanOrEqualTo(bytes);
            capacity.ShouldBeLessThanOrEqualTo(Math.Max(bytes + 64, (bytes * 5 / 4) + 64));
        }
    }

    [Fact]
    public void Larger_blocks_never_have_a_smaller_class()
    {
        var last = 0;
        for (var bytes = 1L; bytes < 1 << 20; bytes += 13)
        {
            var sizeClass = MemoryPool.SizeClass(bytes, out _);
            sizeClass.ShouldBeGreaterThanOrEqualTo(last);
            last = sizeClass;
        }
    }

    [Fact]
    public void A_returned_block_is_handed_out_again()
    {
        var first = MemoryPool.Rent(123_456, out var sizeClass);
        MemoryPool.Return(first, sizeClass);
        var second = MemoryPool.Rent(123_000, out sizeClass);
        second.ShouldBe(first);
        MemoryPool.Return(second, sizeClass);
    }

    [Fact]
    public void A_larger_block_serves_for_a_large_one_but_not_for_a_small_one_or_half_of_it()
    {
        MemoryPool.Trim();
        MemoryPool.Return(MemoryPool.Rent(16 << 20, out var large), large);
        MemoryPool.Return(MemoryPool.Rent(7000, out var small), small);
        var held = MemoryPool.CachedBytes;

        var other = MemoryPool.Rent(5000, out var ofOther);
        var half = MemoryPool.Rent(8 << 20, out var ofHalf);
        MemoryPool.CachedBytes.ShouldBe(held);
        var most = MemoryPool.Rent(10 << 20, out var ofMost);
        ofMost.ShouldBe(large);
        MemoryPool.CachedBytes.ShouldBe(held - (16 << 20));

        MemoryPool.Return(other, ofOther);
        MemoryPool.Return(half, ofHalf);
        MemoryPool.Return(most, ofMost);
        MemoryPool.Trim();
    }

    [Fact]
    public void Blocks_begin_at_a_multiple_of_64()
    {
        foreach (var bytes in new long[] { 1, 65, 1000, 77_777 })
        {
            var block = MemoryPool.Rent(bytes, out var sizeClass);
            (block % 64).ShouldBe(0);
            MemoryPool.Return(block, sizeClass);
        }
    }

    [Fact]
    public void What_exceeds_the_limit_goes_back_to_the_system()
    {
        var limit = MemoryPool.CacheLimit;
        MemoryPool.Trim();
        try
        {
            MemoryPool.CacheLimit = 1000;
            MemoryPool.Return(MemoryPool.Rent(640, out var small), small);
            MemoryPool.Return(MemoryPool.Rent(6400, out var large), large);
            MemoryPool.CachedBytes.ShouldBe(640);
        }
        finally
        {
            MemoryPool.CacheLimit = limit;
        }

        MemoryPool.Trim();
        MemoryPool.CachedBytes.ShouldBe(0);
    }
}
