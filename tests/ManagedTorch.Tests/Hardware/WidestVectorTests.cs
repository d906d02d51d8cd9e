using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using CnnGen.ManagedTorch.Kernels;
using Shouldly;
using Xunit;

namespace CnnGen.ManagedTorch.Tests.Hardware;

/// <summary>What the kernels calculate with. <see cref="FewerVectorsTests"/> runs this in processes that may use less.</summary>
public sealed class WidestVectorTests
{
    /// <summary>The environment variable that says how many bits a vector may have in this process.</summary>
    public const string Limit = "CNNGEN_TEST_WIDEST_VECTOR";

    [Fact]
    public void Kernels_use_the_widest_vectors_that_the_process_may_use()
    {
        var bits = 8 * sizeof(float) * WidestLanes.Count;
        bits.ShouldBe(Avx512F.IsSupported ? 512 : Avx2.IsSupported ? 256 : X86Base.IsSupported || AdvSimd.IsSupported ? 128 : 32);
        if (Environment.GetEnvironmentVariable(Limit) is { Length: > 0 } limit)
        {
            bits.ShouldBeLessThanOrEqualTo(int.Parse(limit));
            (Fma.IsSupported && bits < 256).ShouldBeFalse("fused multiply-adds go with vectors of 256 bits");
        }
    }
}
