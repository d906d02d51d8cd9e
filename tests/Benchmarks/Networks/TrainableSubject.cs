namespace CnnGen.Benchmarks.Networks;

/// <summary>A network that declares its training: its own trainer takes the steps.</summary>
internal sealed class TrainableSubject(ITrainableModel model) : ISubject
{
    public ICnnModel Model => model;

    public ISteps Train(NetworkEntry network, int batches) =>
        new Steps(model.CreateTrainer(1e-4), [.. Enumerable.Range(0, batches).Select(seed => Noise.LabelledBatch(network, seed))]);

    public void Dispose() => model.Dispose();

    private sealed class Steps(IModelTrainer trainer, Batch[] batches) : ISteps
    {
        private int _next;

        public void Take()
        {
            trainer.Step(batches[_next], TrainingStep.Whole);
            _next = (_next + 1) % batches.Length;
        }

        public void Dispose() => trainer.Dispose();
    }
}
