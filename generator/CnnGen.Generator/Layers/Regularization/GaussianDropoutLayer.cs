using System;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Regularization;

/// <summary>In training, multiplies each value by a normally distributed number of mean 1.</summary>
internal sealed record GaussianDropoutLayer : NoiseLayer
{
    public override string ClassName => "GaussianDropout";

    public override Layer Read(Arguments arguments) => ReadShareBelowOne(arguments, "rate");

    public override void Forward(ForwardCode code)
    {
        string deviation = Literals.Double(Math.Sqrt(Amount / (double)((DecimalNumber)1 - Amount)));
        code.Comment = $"factors of mean 1 and variance {Literals.Double(Amount)} / (1 - {Literals.Double(Amount)})";
        code.Next(
            "noisy", $"training ? {code.Value} * ({Torch.Root}.randn_like({code.Value}) * {deviation} + 1.0) : {code.Value}.alias()");
    }
}
