using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers;

/// <summary>
/// Takes down what computing a layer needs to know beside its weights and shapes, for <c>LayerSummary.Settings</c>. What changes nothing,
/// such as strides of 1, is left out: generated files stay short, and layers that do the same have the same settings.
/// </summary>
internal sealed class LayerSettings
{
    private readonly List<LayerSetting> _all = new();

    public IReadOnlyList<LayerSetting> All => _all;

    /// <summary>The settings of a layer at its place.</summary>
    public static IReadOnlyList<LayerSetting> Of(Layer layer, Shape input)
    {
        var settings = new LayerSettings();
        layer.Describe(settings, input);
        return settings.All;
    }

    public void Add(string name, params double[] numbers) => _all.Add(new LayerSetting(name, numbers.ToEquatableArray()));

    public void Add(string name, IEnumerable<int> numbers) => Add(name, numbers.Select(static number => (double)number).ToArray());

    /// <summary>A word, left out where it is the usual one.</summary>
    public void Add(string name, string word, string usual)
    {
        if (word != usual)
        {
            _all.Add(new LayerSetting(name, EquatableArray<double>.Empty, word));
        }
    }

    /// <summary>A number, left out where it is the one that changes nothing.</summary>
    public void AddUnless(double neutral, string name, double number)
    {
        if (number != neutral)
        {
            Add(name, number);
        }
    }

    /// <summary>Arguments as attributes name them, with one number each; those without are left out.</summary>
    public void AddArguments(IReadOnlyList<string> names, IReadOnlyList<double?> values)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (values[i] is { } value)
            {
                Add(char.ToLowerInvariant(names[i][0]) + names[i].Substring(1), value);
            }
        }
    }

    /// <summary>Arguments as attributes name them, with one number each.</summary>
    public void AddArguments(IReadOnlyList<string> names, IReadOnlyList<double> values) => AddArguments(names, values.Select(static value => (double?)value).ToList());

    /// <summary>A number for each axis, left out where all of them change nothing.</summary>
    public void AddUnless(double neutral, string name, IEnumerable<long> numbers)
    {
        double[] values = numbers.Select(static number => (double)number).ToArray();
        if (values.Any(number => number != neutral))
        {
            Add(name, values);
        }
    }

    /// <summary>Pixels at both ends of each axis: top, bottom, left, right of an image.</summary>
    public void AddEdges(string name, IEnumerable<Edges> edges) =>
        AddUnless(0, name, edges.SelectMany(static edge => new[] { edge.Before, edge.After }));

    /// <summary>A window: its size under a name, then strides, dilation and the zeros around its map.</summary>
    public void AddWindow(string size, IReadOnlyList<Window> windows, Shape input)
    {
        Add(size, windows.Select(static window => window.Size));
        AddUnless(1, "strides", windows.Select(static window => (long)window.Stride));
        AddUnless(1, "dilation", windows.Select(static window => (long)window.Dilation));
        AddEdges("padding", Window.Paddings(windows, input));
    }

    /// <summary>Axes as Keras counts them, left out where they are those that the layer works on anyway.</summary>
    /// <param name="name">The argument.</param>
    /// <param name="places">Places among the dimensions of the shape, from 0 on.</param>
    /// <param name="usual">The place that is meant where nothing is said.</param>
    public void AddAxes(string name, IReadOnlyList<int> places, int usual)
    {
        if (places.Count != 1 || places[0] != usual)
        {
            Add(name, places.Select(static place => place + 1));
        }
    }
}

/// <summary>One of them.</summary>
/// <param name="Name">The argument as in Keras, in the case of C#'s locals: <c>kernelSize</c>.</param>
/// <param name="Numbers">Its numbers; none beside a word.</param>
/// <param name="Word">Its word.</param>
internal sealed record LayerSetting(string Name, EquatableArray<double> Numbers, string? Word = null);
