using CnnGen.Samples.Architectures;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnGen.Benchmarks.Networks;

/// <summary>A network that declares none: a loop written by hand takes the steps, with Adam.</summary>
internal sealed class ExerciseSubject(IExercise exercise) : ISubject
{
    private const double LearningRate = 1e-4;

    public ICnnModel Model => (ICnnModel)exercise.Network;

    public ISteps Train(NetworkEntry network, int batches) => new Steps(exercise, network.BatchSize, batches);

    public void Dispose() => exercise.Dispose();

    private sealed class Steps : ISteps
    {
        private readonly IExercise _exercise;
        private readonly optim.Optimizer _optimizer;
        private readonly (Tensor Images, Tensor Targets)[] _batches;
        private int _next;

        public Steps(IExercise exercise, int batchSize, int batches)
        {
            (_exercise, _optimizer) = (exercise, optim.Adam(exercise.Network.parameters(), LearningRate));
            exercise.Network.train();
            _batches = [.. Enumerable.Range(0, batches).Select(_ => RandomBatch(batchSize))];
        }

        public void Take()
        {
            using var scope = NewDisposeScope();
            var (images, targets) = _batches[_next];
            _next = (_next + 1) % _batches.Length;
            _optimizer.zero_grad();
            var loss = _exercise.Loss(images, targets);
            loss.backward();
            _optimizer.step();
        }

        public void Dispose()
        {
            _optimizer.Dispose();
            foreach (var (images, targets) in _batches)
            {
                images.Dispose();
                targets.Dispose();
            }
        }

        private (Tensor Images, Tensor Targets) RandomBatch(int size)
        {
            var images = randn([size, .. _exercise.ImageSizes]);
            return (images, _exercise.Targets(images));
        }
    }
}
