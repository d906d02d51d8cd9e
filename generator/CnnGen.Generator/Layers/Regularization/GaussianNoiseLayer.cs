using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Regularization;

/// <summary>In training, adds normally distributed noise.</summary>
internal sealed record GaussianNoiseLayer : NoiseLayer
{
    public override string ClassName => "GaussianNoise";

    public override Layer Read(Arguments arguments) => ReadShare(arguments, "stddev");

    public override void Forward(ForwardCode code) => code.Next(
        "noisy", $"training ? {code.Value} + {Torch.Root}.randn_like({code.Value}) * {Literals.Double(Amount)} : {code.Value}.alias()");
}
