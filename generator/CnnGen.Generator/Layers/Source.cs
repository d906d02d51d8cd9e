using System;
using CnnGen.Generator.Network;

namespace CnnGen.Generator.Layers;

/// <summary>What a layer reads, seen from the place where it is declared. Looked up only where something is wrong.</summary>
internal sealed class Source
{
    private readonly string _name;
    private readonly Lazy<string?> _reference;
    private readonly Lazy<GraphPath> _path;

    /// <param name="name">The name in the summary.</param>
    /// <param name="findReference">Finds the name that can be written there.</param>
    /// <param name="findPath">Finds the way to it.</param>
    public Source(string name, Func<string?> findReference, Func<GraphPath> findPath)
    {
        _name = name;
        _reference = new Lazy<string?>(findReference);
        _path = new Lazy<GraphPath>(findPath);
    }

    /// <summary>What messages call it.</summary>
    public string Name => Reference ?? _name;

    /// <summary>
    /// What From and merge layers can call it; <see langword="null"/> for what has no name there, as a layer of a block that was given
    /// none: its number in the network depends on the use.
    /// </summary>
    public string? Reference => _reference.Value;

    /// <summary>The way from an input to it.</summary>
    public GraphPath Path => _path.Value;
}
