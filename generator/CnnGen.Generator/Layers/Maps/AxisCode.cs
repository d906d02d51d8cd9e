using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Maps;

/// <summary>Orders of a batch's axes, as arguments of <c>permute</c>: a shape is written H × W × C, its tensor is N × C × H × W.</summary>
internal static class AxisCode
{
    /// <summary>Whether a batch's tensor has the axes as they are written.</summary>
    public static bool IsAsWritten(Shape shape) => shape.IsVector || shape.Format == DataFormat.ChannelsFirst;

    /// <summary>From the tensor's order to the written one.</summary>
    public static string ToWritten(Shape shape) => Order(Enumerable.Range(0, shape.Rank).Select(shape.TensorAxis).Prepend(0));

    /// <summary>From the written order to the tensor's.</summary>
    public static string ToTensor(Shape shape) => Order(Enumerable.Range(0, shape.Rank)
        .OrderBy(shape.TensorAxis)
        .Select(static axis => axis + 1)
        .Prepend(0));

    /// <summary>Axes as arguments.</summary>
    public static string Order(IEnumerable<int> axes) => string.Join(", ", axes.Select(static axis => Literals.Long(axis)));
}
