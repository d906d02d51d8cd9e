namespace CnnGen;

/// <summary>
/// Puts a block or a whole model into the network: <c>[Use&lt;BasicBlock&gt;(Filters = 64, Strides = 2, Times = 3)]</c>. The layers of
/// a <see cref="BlockAttribute">block</see> become layers of this model, checked with what is given here; a
/// <see cref="ModelAttribute">model</see> becomes one layer with weights of its own. It takes the output above it, or
/// <see cref="LayerAttribute.From"/>; for a block that has more inputs, further layers are named:
/// <c>[Use&lt;Decoder&gt;("level3", Filters = 32)]</c>.
/// </summary>
/// <param name="layers">What the block's <see cref="InputAttribute"/>s stand for, in their order: names of layers or inputs above, the same in all <see cref="Times"/>.</param>
/// <typeparam name="T">A class with <see cref="BlockAttribute"/> or <see cref="ModelAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class UseAttribute<T>(params string[] layers) : LayerAttribute
    where T : class
{
    /// <summary>The names of the layers for the block's further inputs.</summary>
    public string[] Layers { get; } = layers;

    /// <summary>
    /// How often it stands one after the other. Default 1. Of a use named <c>"stage"</c>, the layer <c>"mid"</c> of the first is
    /// <c>"stage.mid"</c>, of the second <c>"stage_1.mid"</c>, as in the summary; <c>"stage"</c> itself is what the last gives.
    /// </summary>
    public int Times { get; set; } = 1;

    /// <summary>What <see cref="Arg.Filters"/> stands for.</summary>
    public int Filters { get; set; }

    /// <summary>What <see cref="Arg.Units"/> stands for.</summary>
    public int Units { get; set; }

    /// <summary>What <see cref="Arg.KernelSize"/> stands for.</summary>
    public int KernelSize { get; set; }

    /// <summary>What <see cref="Arg.PoolSize"/> stands for.</summary>
    public int PoolSize { get; set; }

    /// <summary>What <see cref="Arg.Strides"/> stands for in the first of the <see cref="Times"/>; it is 1 in the others. Default 1.</summary>
    public int Strides { get; set; } = 1;

    /// <summary>What <see cref="Arg.Dilation"/> stands for. Default 1.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>What <see cref="Arg.Groups"/> stands for. Default 1.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>What <see cref="Arg.Expansion"/> stands for.</summary>
    public int Expansion { get; set; }

    /// <summary>What <see cref="Arg.DepthMultiplier"/> stands for. Default 1.</summary>
    public int DepthMultiplier { get; set; } = 1;

    /// <summary>What <see cref="Arg.Activation"/> stands for. Default: none.</summary>
    public Activation Activation { get; set; } = Activation.Linear;

    /// <summary>What <see cref="Arg.Padding"/> stands for. Default: no padding.</summary>
    public Pad Padding { get; set; } = Pad.Valid;

    /// <summary>What <see cref="Arg.Rate"/> stands for. Default 0.</summary>
    public double Rate { get; set; }
}
