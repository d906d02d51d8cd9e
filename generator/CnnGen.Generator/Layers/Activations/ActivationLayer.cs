using CnnGen.Generator.Language;
using CnnGen.Generator.Shapes;

namespace CnnGen.Generator.Layers.Activations;

/// <summary>Any activation by its name.</summary>
internal sealed record ActivationLayer : ElementwiseLayer
{
    public override string ClassName => "Activation";

    private Activation Function { get; init; }

    public override Layer Read(Arguments arguments) => new ActivationLayer
    {
        Function = arguments.Choice("function", Activation.Linear),
    };

    public override void Describe(LayerSettings settings, Shape input) => 
        settings.Add("activation", Function.ToString(), nameof(Activation.Linear));

    public override Activation OutputActivation => Function;

    public override string ActivationArgument => "function";
}
