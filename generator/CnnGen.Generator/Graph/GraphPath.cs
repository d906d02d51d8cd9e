using System.Collections.Generic;

namespace CnnGen.Generator.Graph;

/// <summary>The way from an input to a value, along each layer's first input.</summary>
/// <param name="Start">The input's shape.</param>
/// <param name="InputAttribute">The index of its attribute.</param>
/// <param name="Nodes">The layers on the way.</param>
/// <param name="Attributes">The indices of their attributes.</param>
internal sealed record GraphPath(Shape Start, int InputAttribute, IReadOnlyList<Node> Nodes, IReadOnlyList<int> Attributes)
{
    /// <summary><c>28×28×1 → conv2d 13×13×32</c>.</summary>
    public string Text => Trace.Of(Start, Nodes);
}
