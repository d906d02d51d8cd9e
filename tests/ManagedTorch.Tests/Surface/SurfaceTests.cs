using Shouldly;
using Xunit;

namespace CnnGen.ManagedTorch.Tests.Surface;

/// <summary>
/// Whatever compiles against this backend compiles against TorchSharp and means the same: each public type and member is one of
/// TorchSharp's, with the same parameters, defaults and result.
/// </summary>
public sealed class SurfaceTests
{
    private static IEnumerable<ListedType> Ours => typeof(TorchSharp.torch).Assembly.GetExportedTypes().Select(ListedType.Of);

    [ListingFact]
    public void Every_public_type_is_one_of_TorchSharps()
    {
        var theirs = Listing.Read(Listing.Path!);
        Ours.SelectMany(Differences).ShouldBeEmpty();

        IEnumerable<string> Differences(ListedType our)
        {
            if (!theirs.TryGetValue(our.Name, out var their)) return [$"{our.Name} does not exist"];
            if (our.Kind != their.Kind) return [$"{our.Name} is a {their.Kind}, not a {our.Kind}"];
            return our.Bases.Except(their.Bases).Select(added => $"{our.Name} is no {added}");
        }
    }

    [ListingFact]
    public void Every_public_member_is_one_of_TorchSharps()
    {
        var theirs = Listing.Read(Listing.Path!);
        Ours.SelectMany(our => our.Members.Where(member => !Exists(member, our.Name, theirs))).ShouldBeEmpty();
    }

    // An override may stand where TorchSharp has none: the member is there all the same.
    private static bool Exists(string member, string type, IReadOnlyDictionary<string, ListedType> theirs) =>
        theirs.TryGetValue(type, out var their) &&
        (their.Members.Contains(member) ||
            (member.Contains("virtual ", StringComparison.Ordinal) &&
                their.Bases.Any(parent => Exists(member.Replace($" {type}.", $" {parent}.", StringComparison.Ordinal), parent, theirs))));
}
