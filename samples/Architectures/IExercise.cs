using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.Samples.Architectures;

/// <summary>A network together with what it is to learn.</summary>
internal interface IExercise : IDisposable
{
    nn.Module Network { get; }

    /// <summary>The sizes of one image: channels, height, width.</summary>
    long[] ImageSizes { get; }

    /// <summary>The answers: classes drawn by chance, or a mask of what is bright in each image.</summary>
    Tensor Targets(Tensor images);

    /// <summary>How far the network is from the answers.</summary>
    Tensor Loss(Tensor images, Tensor targets);
}
