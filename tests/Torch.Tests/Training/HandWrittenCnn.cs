using TorchSharp.Modules;

namespace CnnGen.Torch.Tests.Training;

/// <summary>A network as people write them: fields that RegisterComponents finds, some layers in a Sequential.</summary>
internal sealed class HandWrittenCnn : nn.Module<Tensor, Tensor>
{
    private readonly Sequential features = nn.Sequential(
        ("conv1", nn.Conv2d(1, 8, 3, padding: 1)),
        ("norm1", nn.BatchNorm2d(8)),
        ("relu1", nn.ReLU()),
        ("pool1", nn.MaxPool2d(2)),
        ("conv2", nn.Conv2d(8, 8, 3)),
        ("relu2", nn.ReLU(inplace: true)),
        ("flatten", nn.Flatten()));

    private readonly Dropout dropout = nn.Dropout(0.2);
    private readonly Linear classes = nn.Linear(32, 4);

    public HandWrittenCnn() : base(nameof(HandWrittenCnn))
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return classes.call(dropout.call(features.call(input))).MoveToOuterDisposeScope();
    }
}
