using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Training;

/// <summary>
/// An optimizer: its arguments with Keras's defaults and their ranges, and the code that it becomes. It has the name of its member
/// in <see cref="Optimizer"/>.
/// </summary>
internal abstract record OptimizerKind
{
    /// <summary>A share that a running mean keeps.</summary>
    protected const string Share = "at least 0 and less than 1";

    public string Name => GetType().Name;

    /// <summary>As the attribute writes it.</summary>
    public string Text => "Optimizer." + Name;

    public double LearningRate { get; init; }

    /// <summary>How much of itself a weight loses in a step, times the learning rate.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Its arguments as the attribute gives them, in words: <c>Momentum = 0.9</c>.</summary>
    public string Given { get; init; } = "";

    public virtual double DefaultLearningRate => 0.001;

    public virtual double DefaultWeightDecay => 0;

    /// <summary>The arguments that it takes beside the learning rate and the weight decay, which all take.</summary>
    public abstract IReadOnlyList<string> OwnArguments { get; }

    /// <summary>What its own arguments are, in their order.</summary>
    protected abstract IReadOnlyList<double> OwnValues { get; }

    /// <summary>Whether the step is to take the decay from the weights, because the optimizer does not.</summary>
    public virtual bool DecaysByHand => WeightDecay > 0;

    /// <summary>How it is made, from <c>parameters()</c> and <c>learningRate</c>.</summary>
    public abstract string Creation { get; }

    /// <summary>The optimizer as an attribute sets it up.</summary>
    public OptimizerKind Read(Arguments arguments) => ReadOwn(arguments) with
    {
        LearningRate = arguments.Real("LearningRate", DefaultLearningRate, static value => value > 0, "larger than 0"),
        WeightDecay = arguments.Real("WeightDecay", DefaultWeightDecay, static value => value >= 0, "at least 0"),
        Given = arguments.Given(OwnArguments.Append("WeightDecay")),
    };

    /// <summary>Takes it down for <c>ModelSummary.Training</c>.</summary>
    public void Describe(LayerSettings settings)
    {
        settings.Add("optimizer", Name, usual: "");
        settings.Add("learningRate", LearningRate);
        settings.AddArguments(OwnArguments, OwnValues);
        settings.AddUnless(0, "weightDecay", WeightDecay);
    }

    protected abstract OptimizerKind ReadOwn(Arguments arguments);

    protected static double ReadShare(Arguments arguments, string name, double fallback) =>
        arguments.Real(name, fallback, static value => value is >= 0 and < 1, Share);

    protected static double ReadEpsilon(Arguments arguments) =>
        arguments.Real("Epsilon", 1e-7, static value => value > 0, "larger than 0");

    protected static double ReadMomentum(Arguments arguments) =>
        arguments.Real("Momentum", 0, static value => value is >= 0 and <= 1, "between 0 and 1");
}
