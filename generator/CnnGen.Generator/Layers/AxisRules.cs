using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Diagnostics;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>Axis arguments as Keras counts them: with the batch, so that 1 is the first dimension of a shape; -1 is the last.</summary>
internal static class AxisRules
{
    /// <returns>The place among the shape's dimensions; <see langword="null"/> after reporting that there is none.</returns>
    public static int? Resolve(int axis, string argument, Shape shape, LayerSite site)
    {
        int place = axis > 0 ? axis - 1 : axis < 0 && axis >= -shape.Rank ? shape.Rank + axis : -1;
        if (place >= 0 && place < shape.Rank)
        {
            return place;
        }

        string range = shape.Rank == 1 ? "1 or -1" : $"1 to {Words.Text(shape.Rank)}, or -1 to {Words.Text(-shape.Rank)} from behind,";
        string written = argument.Split('|').FirstOrDefault(name => site.Declaration[name] is not null) ?? argument.Split('|')[0];
        IEnumerable<Mend> mends = char.IsUpper(written[0]) && site.Declaration[written] is not null
            ? [new Mend($"Leave {written} out", Edit.Unset(site.Attribute, written))]
            : [];
        site.Report(RuleIds.Axis, argument, mends, site.Name, written, range, shape.Text, site.Trace, Words.Text(axis));
        return null;
    }

    /// <summary>The place among the dimensions of an axis that was found to be one.</summary>
    public static int Place(int axis, Shape shape) => axis > 0 ? axis - 1 : shape.Rank + axis;
}
