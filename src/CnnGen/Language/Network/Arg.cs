namespace CnnGen;

/// <summary>
/// What a <see cref="UseAttribute{T}"/> gives, for the layers of a block: <c>[Conv2D(Arg.Filters, 3, Strides = Arg.Strides)]</c>. A block
/// computes with them by <c>+</c>, <c>-</c>, <c>*</c>, <c>/</c>, parentheses, <c>(int)</c> and <c>(double)</c>, also through constants of its
/// own: <c>Arg.Filters / 2 + 16</c>, <c>Arg.Filters * Arg.Expansion</c>, <c>(int)(Arg.Filters * 0.75)</c>. A division of whole numbers has to
/// come out even. In a model, outside a block, these mean nothing.
/// </summary>
/// <remarks>
/// An attribute takes constants only. Each of these is a negative prime that no layer admits, small enough that the compiler can multiply two
/// of them; the generator reads from the source what is computed with them, and notes it for projects that use the block compiled.
/// </remarks>
public static class Arg
{
    /// <summary>Output channels of convolutions. The use's <see cref="UseAttribute{T}.Filters"/>.</summary>
    public const int Filters = -10_007;

    /// <summary>Units of dense layers. The use's <see cref="UseAttribute{T}.Units"/>.</summary>
    public const int Units = -10_037;

    /// <summary>Kernel sizes. The use's <see cref="UseAttribute{T}.KernelSize"/>.</summary>
    public const int KernelSize = -10_061;

    /// <summary>Pool sizes. The use's <see cref="UseAttribute{T}.PoolSize"/>.</summary>
    public const int PoolSize = -10_079;

    /// <summary>Strides. The use's <see cref="UseAttribute{T}.Strides"/>.</summary>
    public const int Strides = -10_099;

    /// <summary>Dilations. The use's <see cref="UseAttribute{T}.Dilation"/>.</summary>
    public const int Dilation = -10_133;

    /// <summary>Groups. The use's <see cref="UseAttribute{T}.Groups"/>.</summary>
    public const int Groups = -10_151;

    /// <summary>Channels in the middle of a block. The use's <see cref="UseAttribute{T}.Expansion"/>.</summary>
    public const int Expansion = -10_169;

    /// <summary>Depth multipliers. The use's <see cref="UseAttribute{T}.DepthMultiplier"/>.</summary>
    public const int DepthMultiplier = -10_193;

    /// <summary>Activations. The use's <see cref="UseAttribute{T}.Activation"/>.</summary>
    public const Activation Activation = (Activation)(-10_211);

    /// <summary>Paddings. The use's <see cref="UseAttribute{T}.Padding"/>.</summary>
    public const Pad Padding = (Pad)(-10_243);

    /// <summary>Rates of dropout. The use's <see cref="UseAttribute{T}.Rate"/>.</summary>
    public const double Rate = -10_267.0;
}
