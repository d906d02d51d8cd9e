using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Normalization;

/// <summary>Each value by a power of the mean square over the neighbouring channels of its place.</summary>
internal sealed record LocalResponseNormalizationLayer : Layer
{
    public override string ClassName => "LocalResponseNormalization";

    private int Size { get; init; }

    private double Alpha { get; init; }

    private double Beta { get; init; }

    private double K { get; init; }

    public override Layer Read(Arguments arguments) => this with
    {
        Size = arguments.Positive("size", 5),
        Alpha = arguments.Real("Alpha", 1e-4, Range.AtLeast(0)),
        Beta = arguments.Real("Beta", 0.75, Range.AtLeast(0)),
        K = arguments.Real("K", 1, Range.Above(0)),
    };

    public override bool KeepsShape => true;

    public override Shape? Output(Shape input, LayerSite site) => input;

    public override long MultiplyAdds(Shape input, Shape output) => checked(output.Count * Size);

    public override void Describe(LayerSettings settings, Shape input)
    {
        settings.Add("size", Size);
        settings.Add("alpha", Alpha);
        settings.Add("beta", Beta);
        settings.Add("k", K);
    }

    public override void Forward(ForwardCode code)
    {
        // PyTorch's function wants places beside the channels.
        bool isVector = code.Node.Input.IsVector;
        if (isVector)
        {
            code.Next("places", $"{code.Value}.unsqueeze(2)");
        }

        code.Next("normalized", $"{Torch.Functional}.local_response_norm({code.Value}, {Literals.Long(Size)}, "
            + $"{Literals.Double(Alpha)}, {Literals.Double(Beta)}, {Literals.Double(K)})");
        if (isVector)
        {
            code.Next("", $"{code.Value}.squeeze(2)");
        }
    }
}
