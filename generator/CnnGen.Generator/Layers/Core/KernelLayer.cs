using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Core;

/// <summary>A layer with a kernel and perhaps a bias and an activation: what convolutions and dense layers share.</summary>
internal abstract record KernelLayer : Layer
{
    protected Activation Activation { get; private init; }

    public bool UseBias { get; private init; } = true;

    protected StartValues KernelStart { get; private init; }

    protected StartValues BiasStart { get; private init; }

    /// <summary>The axes of a kernel as Keras keeps it: those of its window, what goes in, what comes out.</summary>
    protected abstract int KernelAxes { get; }

    private Penalty Kernels { get; init; }

    private Penalty Biases { get; init; }

    private Penalty Outputs { get; init; }

    private WeightConstraints Held { get; init; }

    public override Activation OutputActivation => Activation;

    public override string ActivationArgument => "Activation";

    public override Layer WithoutActivation => this with { Activation = Activation.Linear };

    public override string? Penalty(WeightNames weights)
    {
        string?[] terms =
        [
            Kernels.Of(KernelParts.Select(part => weights.Of("weight", part)).ToArray()),
            UseBias ? Biases.Of(Bias(weights)) : null,
        ];
        return IsTrainable && terms.Any(static term => term is not null) ? string.Join(" + ", terms.Where(static term => term is not null)) : null;
    }

    public override string? ActivityPenalty(string output) => Outputs.Of(output);

    public override IReadOnlyList<string> Constraints(WeightNames weights, Shape input) =>
        IsTrainable ? Held.Statements(Kernel(weights, input), KernelAxes, UseBias ? Bias(weights) : null).ToList() : [];

    public override void Describe(LayerSettings settings, Shape input) => DescribeActivation(settings);

    protected void DescribeActivation(LayerSettings settings) =>
        settings.Add("activation", Activation.ToString(), nameof(Language.Activation.Linear));

    /// <summary>Its kernels, and where the axes of Keras's are in them.</summary>
    protected virtual IEnumerable<KernelView> Kernel(WeightNames weights, Shape input) => [KernelView.Of(weights.Of("weight"))];

    /// <summary>Those of its modules that hold kernels; the last of them has the bias.</summary>
    protected virtual IReadOnlyList<string> KernelParts => [""];

    private string Bias(WeightNames weights) => weights.Of("bias", KernelParts[KernelParts.Count - 1]);

    /// <summary>The layer with the arguments that all of this kind have.</summary>
    protected KernelLayer ReadKernel(Arguments arguments) => this with
    {
        Activation = arguments.Choice("Activation", Activation.Linear),
        UseBias = arguments.Flag("UseBias", true),
        KernelStart = StartValues.Read(arguments, "KernelInitializer", Initializer.GlorotUniform, KernelAxes),
        BiasStart = StartValues.Read(arguments, "BiasInitializer", Initializer.Zeros, axes: 1),
        Kernels = Core.Penalty.Read(arguments, "KernelL1", "KernelL2"),
        Biases = Core.Penalty.Read(arguments, "BiasL1", "BiasL2"),
        Outputs = Core.Penalty.Read(arguments, "ActivityL1", "ActivityL2"),
        Held = WeightConstraints.Read(arguments, KernelAxes),
    };

    /// <summary>Statements that give a module its start values.</summary>
    /// <param name="field">The module.</param>
    /// <param name="fanIn">Values that one output is a sum of.</param>
    /// <param name="fanOut">Outputs that one value goes into.</param>
    /// <param name="units">Outputs.</param>
    protected IReadOnlyList<string> Initialise(string field, long fanIn, long fanOut, long units) =>
        UseBias
            ? [KernelCode.Kernel(field, KernelStart, fanIn, fanOut), KernelCode.Bias(field, BiasStart, units)]
            : [KernelCode.Kernel(field, KernelStart, fanIn, fanOut)];
}
