using System.Collections.Generic;
using CnnGen.Generator.Language;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers;

/// <summary>
/// One kind of layer: its arguments and their ranges, its shape rule, what it costs, the TorchSharp code that it becomes.
/// To add a layer is to add a sealed record of this kind and its attribute; <see cref="LayerRegistry"/> finds it by name.
/// </summary>
internal abstract record Layer
{
    /// <summary>Keras's class, and the attribute's name without "Attribute".</summary>
    public abstract string ClassName { get; }

    /// <summary>The layer with the arguments of an attribute.</summary>
    public abstract Layer Read(Arguments arguments);

    /// <summary>Whether training changes its weights.</summary>
    public bool IsTrainable { get; init; } = true;

    /// <summary>The arguments that its attribute gives and that are not as they are anyway; those of a block's use are put in.</summary>
    public EquatableArray<LayerSetting> Arguments { get; init; } = EquatableArray<LayerSetting>.Empty;

    /// <summary>Whether it takes several inputs.</summary>
    public virtual bool ReadsSeveral => false;

    /// <summary>What comes out; <see langword="null"/> after a reported problem.</summary>
    public abstract Shape? Output(Shape input, LayerSite site);

    /// <summary>The layer with what only its input decides, once <see cref="Output(Shape, LayerSite)"/> has found it right.</summary>
    public virtual Layer At(Shape input) => this;

    /// <summary>What comes out of a layer that takes several inputs.</summary>
    public virtual Shape? Output(IReadOnlyList<Shape> inputs, LayerSite site) => Output(inputs[0], site);

    /// <summary>Whether the output has the input's shape whatever the arguments are.</summary>
    public virtual bool KeepsShape => false;

    public virtual long Parameters(Shape input) => 0;

    /// <summary>Those of the parameters that the gradient does not change.</summary>
    public virtual long FrozenParameters(Shape input) => 0;

    /// <summary>Multiplications with an addition for one image; what is done once for each value is not counted.</summary>
    public virtual long MultiplyAdds(Shape input, Shape output) => 0;

    public virtual long ActivationBytes(Shape output) => checked(output.Count * sizeof(float));

    public virtual ReceptiveField Field(ReceptiveField field, Shape input) => field;

    /// <summary>The windows that it moves over the input, one for each axis but the channels'; none if it has none.</summary>
    public virtual IReadOnlyList<Window> SlidingWindows => [];

    /// <summary>Whether it takes a variance in training, which one value alone does not have.</summary>
    public virtual bool NeedsSeveralValues => false;

    /// <summary>Whether it has averages of what it saw in training, which change beside the gradient.</summary>
    public virtual bool HasAverages => false;

    /// <summary>Whether it keeps sums and multiples and has no weights, so that two linear layers around it could be one.</summary>
    public virtual bool IsLinear => false;

    /// <summary>
    /// Whether each of its outputs, before the activation, is a weighted sum of all that it sees. Depthwise and separable convolutions are
    /// factors of such a layer by design.
    /// </summary>
    public virtual bool IsFullyWeighted => false;

    /// <summary>Whether it brings values to a mean of 0 and a variance of 1.</summary>
    public virtual bool IsNormalization => false;

    /// <summary>The last thing that it does.</summary>
    public virtual Activation OutputActivation => Activation.Linear;

    /// <summary>The argument that chose it.</summary>
    public virtual string? ActivationArgument => null;

    /// <summary>The argument that says how many values come out.</summary>
    public virtual string? UnitsArgument => null;

    /// <summary>The same layer without its activation; <see langword="null"/> if nothing is left of it.</summary>
    public virtual Layer? WithoutActivation => this;

    /// <summary>The TorchSharp modules that hold its weights. All but one sole module have a <see cref="ModuleCode.Part"/>.</summary>
    /// <param name="field">The field of a sole module; those of parts have the part's name behind it.</param>
    /// <param name="input">What comes in.</param>
    public virtual IReadOnlyList<ModuleCode> Modules(string field, Shape input) => [];

    /// <summary>What is added to the loss; <see langword="null"/> for nothing.</summary>
    public virtual string? Penalty(WeightNames weights) => null;

    /// <summary>What an output of a batch adds to the loss, before that is divided by the batch's size; <see langword="null"/> for nothing.</summary>
    public virtual string? ActivityPenalty(string output) => null;

    /// <summary>Whether its output adds to the loss.</summary>
    public virtual bool HasActivityPenalty => ActivityPenalty("") is not null;

    /// <summary>Statements that hold its weights to what they may be, after each step of training.</summary>
    public virtual IReadOnlyList<string> Constraints(WeightNames weights, Shape input) => [];

    /// <summary>
    /// The statements of a private method of the network that turns "images" into what comes out, where one expression does not do;
    /// it is called like the layer's field. <see langword="null"/> for no method.
    /// </summary>
    public virtual IReadOnlyList<string>? Statements(Shape input) => null;

    /// <summary>Says what computing its output in inference needs to know beside its weights and shapes.</summary>
    public virtual void Describe(LayerSettings settings, Shape input)
    {
    }

    /// <summary>Writes what it does to a batch.</summary>
    public abstract void Forward(ForwardCode code);
}
