namespace CnnGen;

/// <summary>
/// What a <see cref="UseAttribute{T}"/> gives, for the layers of a block: <c>[Conv2D(Arg.Filters, 3, Strides = Arg.Strides)]</c>. A
/// whole multiple of a number may be written, <c>Arg.Filters * 4</c>. In a model, outside a block, these mean nothing.
/// </summary>
/// <remarks>
/// An attribute takes constants only. Each of these is a negative prime that no layer admits, so that a multiple can be told from
/// everything else.
/// </remarks>
public static class Arg
{
    /// <summary>Output channels of convolutions. The use's <see cref="UseAttribute{T}.Filters"/>.</summary>
    public const int Filters = -1_000_003;

    /// <summary>Units of dense layers. The use's <see cref="UseAttribute{T}.Units"/>.</summary>
    public const int Units = -1_000_033;

    /// <summary>Kernel sizes. The use's <see cref="UseAttribute{T}.KernelSize"/>.</summary>
    public const int KernelSize = -1_000_037;

    /// <summary>Pool sizes. The use's <see cref="UseAttribute{T}.PoolSize"/>.</summary>
    public const int PoolSize = -1_000_039;

    /// <summary>Strides. The use's <see cref="UseAttribute{T}.Strides"/>.</summary>
    public const int Strides = -1_000_081;

    /// <summary>Dilations. The use's <see cref="UseAttribute{T}.Dilation"/>.</summary>
    public const int Dilation = -1_000_099;

    /// <summary>Groups. The use's <see cref="UseAttribute{T}.Groups"/>.</summary>
    public const int Groups = -1_000_117;

    /// <summary>Channels in the middle of a block. The use's <see cref="UseAttribute{T}.Expansion"/>.</summary>
    public const int Expansion = -1_000_121;

    /// <summary>Depth multipliers. The use's <see cref="UseAttribute{T}.DepthMultiplier"/>.</summary>
    public const int DepthMultiplier = -1_000_133;

    /// <summary>Activations. The use's <see cref="UseAttribute{T}.Activation"/>.</summary>
    public const Activation Activation = (Activation)(-1_000_151);

    /// <summary>Paddings. The use's <see cref="UseAttribute{T}.Padding"/>.</summary>
    public const Pad Padding = (Pad)(-1_000_159);

    /// <summary>Rates of dropout. The use's <see cref="UseAttribute{T}.Rate"/>.</summary>
    public const double Rate = -1_000_171.0;
}
