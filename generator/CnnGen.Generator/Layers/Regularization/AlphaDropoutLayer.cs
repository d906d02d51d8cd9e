using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Regularization;

/// <summary>In training, sets a share of the values to SELU's lowest, then scales and shifts so that mean and variance stay.</summary>
internal sealed record AlphaDropoutLayer : NoiseLayer
{
    public override string ClassName => "AlphaDropout";

    public override Layer Read(Arguments arguments) => ReadShare(arguments, "rate");

    public override void Forward(ForwardCode code) =>
        code.Next("dropped", $"{Torch.Functional}.alpha_dropout({code.Value}, {Literals.Double(Amount)}, training)");
}
