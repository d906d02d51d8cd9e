using CnnGen.Generator.Emission;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>In training, sets a share of the values to zero and scales up the others.</summary>
internal sealed record DropoutLayer : NoiseLayer
{
    public override string ClassName => "Dropout";

    public override Layer Read(Arguments arguments) => ReadShare(arguments, "rate");

    public override void Forward(ForwardCode code) =>
        code.Next("dropped", $"{Torch.Functional}.dropout({code.Value}, {Literals.Double(Amount)}, training)");
}
