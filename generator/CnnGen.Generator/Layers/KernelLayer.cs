using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>A layer with a kernel and perhaps a bias and an activation: what convolutions and dense layers share.</summary>
internal abstract record KernelLayer : Layer
{
    protected Activation Activation { get; private init; }

    public bool UseBias { get; private init; } = true;

    protected Initializer KernelInitializer { get; private init; }

    protected Initializer BiasInitializer { get; private init; } = Initializer.Zeros;

    private double L1 { get; init; }

    private double L2 { get; init; }

    public override Activation OutputActivation => Activation;

    public override string ActivationArgument => "Activation";

    public override Layer WithoutActivation => this with { Activation = Activation.Linear };

    public override string? Penalty(string field)
    {
        string sum = string.Join(" + ", KernelFields(field).SelectMany(PenaltyTerms));
        return sum.Length == 0 || !IsTrainable ? null : sum;
    }

    /// <summary>The modules that hold its kernels.</summary>
    protected virtual IEnumerable<string> KernelFields(string field) => new[] { field };

    /// <summary>The layer with the arguments that all of this kind have.</summary>
    protected KernelLayer ReadKernel(Arguments arguments) => this with
    {
        Activation = arguments.Choice("Activation", Activation.Linear),
        UseBias = arguments.Flag("UseBias", true),
        KernelInitializer = arguments.Choice("KernelInitializer", Initializer.GlorotUniform),
        BiasInitializer = arguments.Choice("BiasInitializer", Initializer.Zeros),
        L1 = arguments.Real("KernelL1", 0, static value => value >= 0, "at least 0"),
        L2 = arguments.Real("KernelL2", 0, static value => value >= 0, "at least 0"),
    };

    /// <summary>Statements that give a module its start values.</summary>
    /// <param name="field">The module.</param>
    /// <param name="fanIn">Values that one output is a sum of.</param>
    /// <param name="fanOut">Outputs that one value goes into.</param>
    protected IReadOnlyList<string> Initialise(string field, long fanIn, long fanOut) =>
        UseBias
            ? new[] { KernelCode.Kernel(field, KernelInitializer, fanIn, fanOut), KernelCode.Bias(field, BiasInitializer) }
            : new[] { KernelCode.Kernel(field, KernelInitializer, fanIn, fanOut) };

    private IEnumerable<string> PenaltyTerms(string field)
    {
        if (L1 > 0)
        {
            yield return $"{field}.weight!.abs().sum().mul({Literals.Double(L1)})";
        }

        if (L2 > 0)
        {
            yield return $"{field}.weight!.square().sum().mul({Literals.Double(L2)})";
        }
    }
}
