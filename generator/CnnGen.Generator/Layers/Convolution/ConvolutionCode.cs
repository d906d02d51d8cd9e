using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Convolution;

/// <summary>TorchSharp's convolution modules.</summary>
/// <param name="Type">The class in TorchSharp.Modules, which has a factory of the same name.</param>
/// <param name="Channels">What comes in.</param>
/// <param name="Filters">What goes out.</param>
/// <param name="Windows">The kernel along each axis.</param>
internal sealed record ConvolutionCode(string Type, int Channels, int Filters, IReadOnlyList<Window> Windows)
{
    /// <summary>Zeros at both ends of each axis.</summary>
    public IReadOnlyList<long> Padding { get; init; } = Windows.Select(static _ => 0L).ToList();

    /// <summary>What a transposed convolution adds at the end of each axis; <see langword="null"/> for other convolutions.</summary>
    public IReadOnlyList<long>? OutputPadding { get; init; }

    public int Groups { get; init; } = 1;

    public bool UseBias { get; init; } = true;

    /// <summary>A convolution with as much of its padding as the module can do.</summary>
    /// <param name="input">What comes in.</param>
    /// <param name="filters">What goes out.</param>
    /// <param name="windows">The kernel along each axis.</param>
    public static ConvolutionCode Of(Shape input, int filters, IReadOnlyList<Window> windows)
    {
        IReadOnlyList<Edges> edges = Window.Paddings(windows, input);
        return new ConvolutionCode($"Conv{Literals.Integer(windows.Count)}d", input.Channels, filters, windows)
        {
            Padding = edges.Select(edge => PaddingCode.IsModules(edges) ? edge.Before : 0).ToList(),
        };
    }

    /// <summary>The module, and how it comes into being.</summary>
    public ModuleCode Module(string field, IReadOnlyList<string> initialisation) =>
        new($"{Torch.Modules}.{Type}", Creation, $"{field}.weight.device", initialisation);

    /// <summary>The expression that creates the module.</summary>
    private string Creation => $"{Torch.Nn}.{Type}({string.Join(", ", Arguments())})";

    private IEnumerable<string> Arguments()
    {
        IReadOnlyList<long> sizes = Of(static window => window.Size);
        IReadOnlyList<long> strides = Of(static window => window.Stride);
        IReadOnlyList<long> dilations = Of(static window => window.Dilation);
        bool isOne = new[] { sizes, strides, Padding, OutputPadding ?? Padding, dilations }.All(IsSame);
        yield return Literals.Long(Channels);
        yield return Literals.Long(Filters);
        yield return $"kernel_size: {Number(sizes)}";
        foreach ((string name, IReadOnlyList<long> values, int usual) in new[]
        {
            ("stride", strides, 1), ("padding", Padding, 0), ("output_padding", OutputPadding ?? [], 0), ("dilation", dilations, 1),
        })
        {
            if (values.Any(value => value != usual))
            {
                yield return $"{name}: {Number(values)}";
            }
        }

        if (Groups != 1)
        {
            yield return $"groups: {Literals.Long(Groups)}";
        }

        if (!UseBias)
        {
            yield return "bias: false";
        }

        // TorchSharp takes one number for all axes everywhere, or a tuple everywhere.
        string Number(IReadOnlyList<long> values) => isOne
            ? Literals.Long(values[0])
            : $"({string.Join(", ", values.Select(Literals.Long))})";
    }

    private IReadOnlyList<long> Of(System.Func<Window, long> part) => Windows.Select(part).ToList();

    private static bool IsSame(IReadOnlyList<long> values) => values.All(value => value == values[0]);
}
