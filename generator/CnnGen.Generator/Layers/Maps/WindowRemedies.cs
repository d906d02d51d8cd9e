using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers.Convolution;
using CnnGen.Generator.Layers.Pooling;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Maps;

/// <summary>
/// What makes a window fit that is larger than its map. Whatever is said has been tried: where the layers below would not fit
/// either, one pooling fewer or a larger input is what fixes.
/// </summary>
internal sealed class WindowRemedies
{
    // Of an image that somebody trains on.
    private const int LargestSide = 4096;

    private const string Padding = "Padding";
    private const string Use = "Use ";
    private const string UsePadSame = Use + "Pad.Same";

    private readonly Shape _input;
    private readonly IReadOnlyList<Window> _windows;
    private readonly MapAxes _axes;
    private readonly string _what;
    private readonly string _argument;
    private readonly LayerSite _site;

    /// <param name="input">The map.</param>
    /// <param name="windows">The window, one for each axis.</param>
    /// <param name="axes">The axes.</param>
    /// <param name="what">What the window is called.</param>
    /// <param name="argument">The argument that the problem is told of.</param>
    /// <param name="site">Where the layer stands.</param>
    public WindowRemedies(
        Shape input, IReadOnlyList<Window> windows, MapAxes axes, string what, string argument, LayerSite site)
    {
        _input = input;
        _windows = windows;
        _axes = axes;
        _what = what;
        _argument = argument;
        _site = site;
    }

    /// <summary>The best there is: at the layer itself, else above it; what fixes no more than this layer only where nothing does more.</summary>
    public Remedy Best()
    {
        Remedy[] here = Here().ToArray();
        Remedy[] fitting = here.Where(Fixes).ToArray();
        return fitting.Length > 0 ? OneOf(fitting)
            : Poolings().FirstOrDefault(Fixes) ?? LargerInput() ?? SameFromHere() ?? OneOf(here);
    }

    private bool Fixes(Remedy remedy) => _site.IsFixed(RuleIds.DoesNotFit, _argument, remedy);

    // "Use Pad.Same or a kernel of at most 3×3", "Leave it out or use Pad.Same".
    private static Remedy OneOf(Remedy[] remedies) => new(
        remedies.Length == 1 ? remedies[0].Text : $"{remedies[0].Text} or {Continued(remedies[1].Text)}",
        remedies.SelectMany(static remedy => remedy.Fixes).ToArray());

    private static string Continued(string text) => text == UsePadSame ? "use Pad.Same" : text.Substring(Use.Length);

    private IEnumerable<Remedy> Here()
    {
        List<long> largest = _windows.Zip(_input.Spatial, Largest).ToList();
        if (_what == MapRules.Pool && largest.TrueForAll(static side => side == 1))
        {
            yield return LeftOut("Leave it out", _site.Declaration, _site.Name);
            yield return Same(UsePadSame, [_site.Declaration]);
            yield break;
        }

        yield return Same(UsePadSame, [_site.Declaration]);
        yield return Smaller(largest);
    }

    private static Remedy Same(string text, IEnumerable<AttributeDeclaration> layers)
    {
        var remedy = new Remedy(text, new Fix(text, layers.Select(static layer => Edit.Set(layer.Index, Padding, "Pad.Same")).ToArray()));
        foreach (AttributeDeclaration layer in layers)
        {
            remedy.Changing(layer.Place, static changed => changed.With(Padding, (int)Pad.Same));
        }

        return remedy;
    }

    // Where one number stands for all axes, the smallest one fits them all.
    private Remedy Smaller(List<long> largest)
    {
        string[] arguments = _axes.Names.Select(name => _what + name).ToArray();
        bool isOneNumber = _site.Declaration[arguments[0]] is null;
        List<long> sizes = isOneNumber ? largest.ConvertAll(_ => largest.Min()) : largest;
        List<(string Argument, long Size)> written = isOneNumber
            ? [(_what + "Size", sizes[0])]
            : arguments.Zip(sizes, static (argument, size) => (argument, size)).ToList();
        Edit[] edits = written.Select(side => Edit.Set(_site.Attribute, side.Argument, Words.Text(side.Size))).ToArray();
        return new Remedy(
                $"{Use}{Words.Article(_what)} of at most {Words.Size(largest)}", new Fix($"Use a {_what} of {Words.Size(sizes)}", edits))
            .Changing(_site.Declaration.Place, layer => written.Aggregate(
                layer, static (changed, side) => changed.With(side.Argument, (int)side.Size)));
    }

    private static long Largest(Window window, int length) =>
        Math.Min(window.Size, ((length - 1L) / window.Dilation) + 1);

    // The nearest one first: what is above it stays as it is.
    private IEnumerable<Remedy> Poolings() => _site.Path.Layers
        .Reverse()
        .Where(static layer => layer.Node.Layer is PoolingLayer && layer.Attribute.Place.IsOnModel)
        .Select(static layer => LeftOut($"Use one pooling fewer: leave {layer.Node.Name} out", layer.Attribute, layer.Node.Name));

    private static Remedy LeftOut(string text, AttributeDeclaration layer, string name) =>
        new Remedy(text, new Fix($"Remove {name}", Edit.Remove(layer.Index))).Changing(layer.Place, static _ => null);

    /// <summary>The smallest input that fits, all sides larger by the same number; nothing where a data set says the size.</summary>
    private Remedy? LargerInput()
    {
        if (!_site.IsInputFree || !Fits(LargestSide))
        {
            return null;
        }

        var (low, high) = (0, LargestSide);
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = Fits(middle) ? (low, middle) : (middle, high);
        }

        Shape shape = Larger(high);
        return new Remedy(
            $"Use an input of at least {Words.Size(shape.Spatial.Select(static side => (long)side))}",
            new Fix($"Write [Input({shape.Join(", ")})]", Edit.Set(_site.InputAttribute, "shape", shape.Join(", "))));

        bool Fits(int more) => _site.IsFixed(RuleIds.DoesNotFit, _argument, _site.InputAttribute, Larger(more));
    }

    // A window with 'same' fits any map.
    private Remedy? SameFromHere()
    {
        IEnumerable<AttributeDeclaration> windows = _site.Below.Where(static layer => IsWindow(layer.Name)).Prepend(_site.Declaration);
        Remedy remedy = Same("Use Pad.Same in it and in all layers below", windows.ToList());
        return Fixes(remedy) ? remedy : null;
    }

    private static bool IsWindow(string layer) => LayerRegistry.Find(layer) is PoolingLayer or KernelWindowLayer;

    private Shape Larger(int pixels) => _site.Start.WithSpatial(_site.Start.Spatial.Select(side => side + pixels));
}
