using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

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

    /// <summary>The expression that creates the module.</summary>
    public string Creation => $"{Torch.Nn}.{Type}({string.Join(", ", Arguments())})";

    private IEnumerable<string> Arguments()
    {
        IReadOnlyList<long> sizes = Of(static window => window.Size);
        IReadOnlyList<long> strides = Of(static window => window.Stride);
        IReadOnlyList<long> dilations = Of(static window => window.Dilation);
        bool isOne = new[] { sizes, strides, Padding, OutputPadding ?? Padding, dilations }.All(IsSame);
        var arguments = new List<(string Text, bool IsDefault)>
        {
            (Literals.Long(Channels), false),
            (Literals.Long(Filters), false),
            (Number(sizes), false),
            (Number(strides), strides.All(static stride => stride == 1)),
            (Number(Padding), Padding.All(static padding => padding == 0)),
        };
        if (OutputPadding is not null)
        {
            arguments.Add((Number(OutputPadding), OutputPadding.All(static padding => padding == 0)));
        }

        arguments.Add((Number(dilations), dilations.All(static dilation => dilation == 1)));
        arguments.Add((Torch.ZeroPadding, true));
        arguments.Add((Literals.Long(Groups), Groups == 1));
        arguments.Add((Literals.Boolean(UseBias), UseBias));
        int last = arguments.FindLastIndex(static argument => !argument.IsDefault);
        return arguments.Take(last + 1).Select(static argument => argument.Text);

        // TorchSharp takes one number for all axes everywhere, or a tuple everywhere.
        string Number(IReadOnlyList<long> values) => isOne
            ? Literals.Long(values[0])
            : $"({string.Join(", ", values.Select(Literals.Long))})";
    }

    private IReadOnlyList<long> Of(System.Func<Window, long> part) => Windows.Select(part).ToList();

    private static bool IsSame(IReadOnlyList<long> values) => values.All(value => value == values[0]);
}
