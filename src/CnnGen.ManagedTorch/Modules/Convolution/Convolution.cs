using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What convolutions have in common.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
        bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype) : base(name)
    {
        if (groups <= 0 || in_channels % groups != 0) throw new ArgumentException("in_channels must be divisible by groups");
        if (out_channels % groups != 0) throw new ArgumentException("out_channels must be divisible by groups");
        if (transposed && padding_mode != PaddingModes.Zeros) throw new ArgumentException("Only \"zeros\" padding mode is supported for transposed convolutions");
        if (padding_type == Padding.Same && stride.Any(step => step != 1)) throw new ArgumentException("padding='same' is not supported for strided convolutions");

        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.padding = padding;
        this.padding_type = padding_type;
        this.dilation = dilation;
        this.transposed = transposed;
        this.output_padding = output_padding;
        this.groups = groups;
        this.padding_mode = padding_mode;
        long[] channels = transposed ? [in_channels, out_channels / groups] : [out_channels, in_channels / groups];
        weight = nn.Parameter(empty([.. channels, .. kernel_size], dtype, device));
        if (bias) this.bias = nn.Parameter(empty(out_channels, dtype, device));
        reset_parameters();
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    /// <summary>The padding in numbers; null where it is given by name.</summary>
    public long[]? padding { get; private set; }

    public Padding? padding_type { get; private set; }

    public long[] dilation { get; set; }

    public bool transposed { get; }

    public long[] output_padding { get; set; }

    public long groups { get; set; }

    public PaddingModes padding_mode { get; set; }

    /// <summary>Filters × (channels / groups) × kernel; where transposed, channels × (filters / groups) × kernel.</summary>
    public Parameter weight
    {
        get => get_parameter(nameof(weight))!;
        set => SetParameter(nameof(weight), value);
    }

    public Parameter? bias
    {
        get => get_parameter(nameof(bias));
        set => SetParameter(nameof(bias), value);
    }

    /// <summary>Start values as PyTorch draws them: uniform, the wider the fewer the inputs.</summary>
    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is null) return;
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        if (fanIn == 0) return;
        var bound = 1 / Math.Sqrt(fanIn);
        nn.init.uniform_(bias, -bound, bound);
    }

    /// <summary>Where the border is not zeros: the input with its border, which the convolution itself then does without.</summary>
    private protected Tensor WithBorder(Tensor input)
    {
        var axes = kernel_size.Length;
        var sides = new long[2 * axes];
        for (var i = 0; i < axes; i++)
        {
            var axis = axes - 1 - i;
            var total = padding_type switch
            {
                Padding.Same => dilation[axis] * (kernel_size[axis] - 1),
                Padding.Valid => 0,
                _ => 2 * (padding?[axis] ?? 0),
            };
            (sides[2 * i], sides[(2 * i) + 1]) = (total / 2, total - (total / 2));
        }

        return nn.functional.pad(input, sides, padding_mode);
    }

    private protected void RequireInput(Tensor input, int axes)
    {
        var rank = (int)input.ndim;
        if ((rank != axes + 1 && rank != axes + 2) || input.size(rank - axes - 1) != in_channels)
        {
            throw new ArgumentException(
                $"Expected {axes + 1}D (unbatched) or {axes + 2}D (batched) input with {in_channels} channels to {GetType().Name}, " +
                $"but got shape [{string.Join(", ", input.shape)}].");
        }
    }
}
