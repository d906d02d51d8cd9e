using TorchSharp.Modules;

namespace CnnGen.Torch.Tests.Modules;

/// <summary>A network like the ones that the generator writes: fields, registered by hand.</summary>
internal sealed class TinyNetwork : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d _convolution;
    private readonly BatchNorm2d _normalization;
    private readonly Dropout _dropout;
    private readonly Linear _dense;

    public TinyNetwork() : base("tiny_network")
    {
        _convolution = nn.Conv2d(1L, 2L, 3L);
        register_module("conv2d", _convolution);
        _normalization = nn.BatchNorm2d(2L, 0.001, 0.01);
        register_module("batch_normalization", _normalization);
        _dropout = nn.Dropout(0.5);
        register_module("dropout", _dropout);
        _dense = nn.Linear(8L, 3L);
        register_module("dense", _dense);
    }

    public bool LayersAreTraining => _normalization.training && _dropout.training;

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var features = F.relu(_normalization.call(_convolution.call(input)));
        return _dense.call(_dropout.call(features).flatten(1L)).MoveToOuterDisposeScope();
    }

    public static Tensor AnyImages(int count) => randn(count, 1, 4, 4);
}
