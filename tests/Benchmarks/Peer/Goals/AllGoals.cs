using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Peer.Goals;

/// <summary>What is wanted.</summary>
internal static class AllGoals
{
    public static IReadOnlyList<Goal> List { get; } =
    [
        new RatioGoal("training, images/s", side => side.TrainImagesPerSecond, AtMost: false, network => network.IsOfNotebook ? 3 : 1.5),
        new RatioGoal("inference, images/s", side => side.InferImagesPerSecond, AtMost: false, Inference),
        new RatioGoal("inference of one image, µs", side => side.ImageMicroseconds, AtMost: true, _ => 1),
        new RatioGoal("peak memory of training, MB", side => side.PeakMegabytes, AtMost: true, _ => 0.5),
        new OwnGoal("training, all threads against one", Scaling, AtMost: false, _ => 1.8),
        new OwnGoal("bytes allocated for one image", side => side.Ours.Least(turn => turn.ImageAllocatedBytes), AtMost: true, _ => 0),
        new OwnGoal("making the network, ms", side => side.Ours.Least(turn => turn.CreateMilliseconds), AtMost: true, _ => 1000),
    ];

    private static double? Inference(NetworkEntry network) => network.Number switch
    {
        <= 4 => 1.3,
        <= NetworkCatalog.NotebookNetworks => 1.1,
        _ => 1.2,
    };

    private static double? Scaling(NetworkComparison comparison) =>
        comparison.Ours.Most(turn => turn.TrainImagesPerSecond) / comparison.OursAlone.Most(turn => turn.TrainImagesPerSecond);
}
