using CnnGen.Torch.Tests.Checking;

namespace CnnGen.Torch.Tests.Differential;

/// <summary>A layer that fits what comes before it.</summary>
/// <param name="Python">How PyTorch makes it.</param>
/// <param name="Make">Makes it here.</param>
/// <param name="Shape">What comes out of it.</param>
internal sealed record AnyLayer(string Python, Func<nn.Module<Tensor, Tensor>> Make, long[] Shape)
{
    /// <summary>Whether its result is a new tensor that its own gradient does not need: one to be written into.</summary>
    public bool MayBeWrittenInto { get; init; }

    private static readonly (string Python, Func<nn.Module<Tensor, Tensor>> Make)[] Activations =
    [
        ("ReLU()", () => nn.ReLU()),
        ("LeakyReLU(0.2)", () => nn.LeakyReLU(0.2)),
        ("ELU(0.7)", () => nn.ELU(0.7)),
        ("GELU()", () => nn.GELU()),
        ("SiLU()", () => nn.SiLU()),
        ("Sigmoid()", () => nn.Sigmoid()),
        ("Tanh()", () => nn.Tanh()),
        ("ReLU6()", () => nn.ReLU6()),
        ("Hardswish()", () => nn.Hardswish()),
        ("Softplus()", () => nn.Softplus()),
        ("PReLU(1)", () => nn.PReLU(1)),
        ("Identity()", () => nn.Identity()),
        ("Dropout(0)", () => nn.Dropout(0)),
    ];

    private static readonly (string Python, Func<nn.Module<Tensor, Tensor>> Make)[] ActivationsInPlace =
    [
        ("ReLU(True)", () => nn.ReLU(true)),
        ("LeakyReLU(0.2, True)", () => nn.LeakyReLU(0.2, true)),
        ("SiLU(True)", () => nn.SiLU(true)),
    ];

    /// <param name="any">Draws it.</param>
    /// <param name="shape">What comes in: examples × features, or examples × channels × axes.</param>
    /// <param name="mayWrite">Whether what comes in may be written into.</param>
    public static AnyLayer Next(Any any, long[] shape, bool mayWrite) =>
        mayWrite && any.Flag(0.4) ? Activation(any, ActivationsInPlace, shape)
        : shape.Length == 2 ? OnFeatures(any, shape)
        : OnImages(any, shape);

    // Nothing is normalised whose deviation may be zero but for rounding.
    private static AnyLayer OnFeatures(Any any, long[] shape) => any.OneOf(0, 0, 1, 2, 3) switch
    {
        0 => Linear(any, shape),
        1 => Activation(any, Activations, shape),
        2 when shape[0] > 3 => Normalization(any, shape),
        3 when shape[^1] > 3 => new($"LayerNorm({shape[^1]})", () => nn.LayerNorm(shape[^1]), shape),
        _ => Activation(any, Activations, shape),
    };

    private static AnyLayer OnImages(Any any, long[] shape) => any.OneOf(0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7) switch
    {
        0 => Convolution(any, shape),
        1 => Activation(any, Activations, shape),
        2 when shape[0] * shape[2] > 3 => Normalization(any, shape),
        3 when shape.Length == 4 => Pooling(any, shape),
        4 when shape.Length < 5 || shape[2..].Max() < 6 => Transposed(any, shape),
        5 => new("Flatten()", () => nn.Flatten(), [shape[0], shape[1..].Aggregate((product, size) => product * size)]),
        6 when shape[1] % 2 == 0 && shape[1] * shape[2] > 6 => new($"GroupNorm(2, {shape[1]})", () => nn.GroupNorm(2, shape[1]), shape),
        7 => Adaptive(any, shape),
        _ => Activation(any, Activations, shape),
    };

    private static AnyLayer Activation(Any any, (string, Func<nn.Module<Tensor, Tensor>>)[] activations, long[] shape)
    {
        var (python, make) = any.OneOf<(string, Func<nn.Module<Tensor, Tensor>>)>(activations);
        return new(python, make, shape);
    }

    private static AnyLayer Linear(Any any, long[] shape)
    {
        var (outputs, bias) = (any.Between(1, 20), any.Flag(0.8));
        return new(
            $"Linear({shape[^1]}, {outputs}, {Checking.Python.Of(bias)})", () => nn.Linear(shape[^1], outputs, bias), [shape[0], outputs])
        {
            MayBeWrittenInto = true,
        };
    }

    private static AnyLayer Normalization(Any any, long[] shape)
    {
        var (axes, channels) = (Math.Max(1, shape.Length - 2), shape[1]);
        var (momentum, affine) = (any.OneOf(0.1, 0.3), any.Flag(0.8));
        return new(
            $"BatchNorm{axes}d({channels}, 0.001, {Checking.Python.Of(momentum)}, {Checking.Python.Of(affine)})",
            () => axes switch
            {
                1 => nn.BatchNorm1d(channels, 1e-3, momentum, affine),
                2 => nn.BatchNorm2d(channels, 1e-3, momentum, affine),
                _ => nn.BatchNorm3d(channels, 1e-3, momentum, affine),
            },
            shape) { MayBeWrittenInto = true };
    }

    private static AnyLayer Convolution(Any any, long[] shape)
    {
        var (axes, channels) = (shape.Length - 2, shape[1]);
        var groups = channels % 2 == 0 ? any.OneOf(1L, 1, 1, 2) : 1;
        var filters = groups * any.Between(1, axes == 3 ? 4 : 12);
        var kernel = any.Between(1, (int)Math.Min(3, shape[2..].Min()));
        var (stride, padding, bias) = (any.Between(1, 2), any.Between(0, 1), any.Flag(0.7));
        // A border can be made of what is there only if something is.
        var border = shape.Contains(0) || shape[2..].Min() < 2
            ? PaddingModes.Zeros
            : any.OneOf(PaddingModes.Zeros, PaddingModes.Zeros, PaddingModes.Reflect, PaddingModes.Replicate, PaddingModes.Circular);
        long[] after = [shape[0], filters, .. shape[2..].Select(size => ((size + (2 * padding) - kernel) / stride) + 1)];
        return new(
            $"Conv{axes}d({channels}, {filters}, {kernel}, {stride}, {padding}, 1, {groups}, {Checking.Python.Of(bias)}, '{border.ToString().ToLowerInvariant()}')",
            () => axes switch
            {
                1 => nn.Conv1d(channels, filters, kernel, stride, padding, 1, border, groups, bias),
                2 => nn.Conv2d(channels, filters, kernel, stride, padding, 1, border, groups, bias),
                _ => nn.Conv3d(channels, filters, kernel, stride, padding, 1, border, groups, bias),
            },
            after) { MayBeWrittenInto = true };
    }

    private static AnyLayer Transposed(Any any, long[] shape)
    {
        var (axes, channels) = (shape.Length - 2, shape[1]);
        var filters = any.Between(1, 8);
        var (kernel, stride, bias) = (any.Between(1, 3), any.Between(1, 2), any.Flag(0.7));
        return new(
            $"ConvTranspose{axes}d({channels}, {filters}, {kernel}, {stride}, bias={Checking.Python.Of(bias)})",
            () => axes switch
            {
                1 => nn.ConvTranspose1d(channels, filters, kernel, stride, bias: bias),
                2 => nn.ConvTranspose2d(channels, filters, kernel, stride, bias: bias),
                _ => nn.ConvTranspose3d(channels, filters, kernel, stride, bias: bias),
            },
            [shape[0], filters, .. shape[2..].Select(size => ((size - 1) * stride) + kernel)]) { MayBeWrittenInto = true };
    }

    private static AnyLayer Pooling(Any any, long[] shape)
    {
        var kernel = any.Between(1, (int)Math.Min(3, shape[2..].Min()));
        var stride = any.Between(1, 2);
        long[] after = [shape[0], shape[1], .. shape[2..].Select(size => ((size - kernel) / stride) + 1)];
        return any.Flag()
            ? new($"AvgPool2d({kernel}, {stride})", () => nn.AvgPool2d(kernel, stride), after)
            : new($"MaxPool2d({kernel}, {stride})", () => nn.MaxPool2d(kernel, stride), after);
    }

    private static AnyLayer Adaptive(Any any, long[] shape)
    {
        var (axes, size) = (shape.Length - 2, any.Between(1, 3));
        long[] after = [shape[0], shape[1], .. Enumerable.Repeat(size, axes)];
        return new(
            $"AdaptiveAvgPool{axes}d({size})",
            () => axes switch { 1 => nn.AdaptiveAvgPool1d(size), 2 => nn.AdaptiveAvgPool2d(size), _ => nn.AdaptiveAvgPool3d(size) },
            after);
    }
}
