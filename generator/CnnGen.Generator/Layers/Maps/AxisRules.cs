using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Maps;

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
        IEnumerable<Fix> fixes = char.IsUpper(written[0]) && site.Declaration[written] is not null
            ? [new Fix($"Leave {written} out", Edit.Unset(site.Attribute, written))]
            : [];
        site.Report(RuleIds.Axis, argument, fixes, site.Name, written, range, shape.Text, site.Trace, Words.Text(axis));
        return null;
    }

    /// <summary>Lets an axis be the channels', where they are not the last one.</summary>
    public static Remedy Channels(Shape shape, string argument, LayerSite site)
    {
        string axis = Words.Text(shape.ChannelAxis + 1);
        return new Remedy(
            $"Write {argument} = {axis}, the axis of the channels", new Fix($"Write {argument} = {axis}", Edit.Set(site.Attribute, argument, axis)));
    }

    /// <summary>The place among the dimensions of an axis that was found to be one.</summary>
    public static int Place(int axis, Shape shape) => axis > 0 ? axis - 1 : shape.Rank + axis;
}
