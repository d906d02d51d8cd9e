using System;
using System.Collections.Generic;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Problems;

namespace CnnGen.Generator.Layers;

/// <summary>A way to fix a problem that has to be tried, because the layers below decide whether it is one.</summary>
/// <param name="Text">What a message says: <c>Use Pad.Same</c>, without the full stop.</param>
/// <param name="Fixes">What an editor offers.</param>
internal sealed record Remedy(string Text, params Fix[] Fixes)
{
    /// <summary>The same on the declaration: new attributes by their places, <see langword="null"/> for one that is left out.</summary>
    public Dictionary<AttributePlace, Func<AttributeDeclaration, AttributeDeclaration?>> Changes { get; } = new();

    /// <summary>The remedy with a further change.</summary>
    public Remedy Changing(AttributePlace place, Func<AttributeDeclaration, AttributeDeclaration?> change)
    {
        Changes[place] = change;
        return this;
    }
}
