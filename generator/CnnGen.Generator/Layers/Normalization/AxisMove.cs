using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Maps;

namespace CnnGen.Generator.Layers.Normalization;

/// <summary>Brings the axes of a batch's tensor into another order, and back again; no step where they stand so already.</summary>
internal sealed class AxisMove
{
    private readonly IReadOnlyList<int> _order;

    /// <param name="order">The tensor's axes behind the batch, in the order wanted.</param>
    public AxisMove(IEnumerable<int> order)
    {
        _order = order.Prepend(0).ToList();
    }

    private bool IsNone => _order.SequenceEqual(Enumerable.Range(0, _order.Count));

    public void There(ForwardCode code, string label)
    {
        if (!IsNone)
        {
            code.Next(label, $"{code.Value}.permute({AxisCode.Order(_order)})");
        }
    }

    public void Back(ForwardCode code)
    {
        if (!IsNone)
        {
            IEnumerable<int> inverse = Enumerable.Range(0, _order.Count).OrderBy(axis => _order[axis]);
            code.Next("", $"{code.Value}.permute({AxisCode.Order(inverse)})");
        }
    }
}
