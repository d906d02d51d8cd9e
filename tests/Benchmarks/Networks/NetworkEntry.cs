using System.Globalization;

namespace CnnGen.Benchmarks.Networks;

/// <summary>A network to measure. What its peers need to know is said without making it, which may take seconds.</summary>
/// <param name="Number">Its place in the table; the notebook's six come first.</param>
/// <param name="Name">The class name.</param>
/// <param name="BatchSize">Images of a training step, and of an inference of many.</param>
/// <param name="ImageSizes">Channels, height, width.</param>
/// <param name="Classes">Classes to tell apart; 1 where each pixel is answered.</param>
/// <param name="Create">Makes it with fresh start weights.</param>
internal sealed record NetworkEntry(int Number, string Name, int BatchSize, int[] ImageSizes, int Classes, Func<ISubject> Create)
{
    /// <summary>Whether it is one of the notebook's six.</summary>
    public bool IsOfNotebook => Number <= NetworkCatalog.NotebookNetworks;

    /// <summary>Numbers of one image.</summary>
    public int ImageLength => ImageSizes.Aggregate((a, b) => a * b);

    /// <summary>Whether this is what a command line calls so: by name, whatever the case of its letters, or by number.</summary>
    public bool IsCalled(string name) =>
        string.Equals(Name, name, StringComparison.OrdinalIgnoreCase) || name == Number.ToString(CultureInfo.InvariantCulture);
}
