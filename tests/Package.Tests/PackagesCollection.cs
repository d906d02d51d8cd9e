namespace CnnGen.Package.Tests;

/// <summary>All tests use the same packages, which are packed once.</summary>
[CollectionDefinition(nameof(Packages))]
public sealed class PackagesCollection : ICollectionFixture<Packages>;
