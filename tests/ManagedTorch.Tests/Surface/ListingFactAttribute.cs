using Xunit;

namespace CnnGen.ManagedTorch.Tests.Surface;

/// <summary>A test that needs the listing of TorchSharp's members; it is reported as skipped where that is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ListingFactAttribute : FactAttribute
{
    public ListingFactAttribute()
    {
        if (Listing.Path is null)
        {
            Skip = $"The listing of TorchSharp's members is not there; {Listing.Variable} names it.";
        }
    }
}
