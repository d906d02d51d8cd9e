namespace CnnGen;

/// <summary>What a trainer does with torch's random numbers, while nobody else draws from them.</summary>
internal static class SeededSteps
{
    /// <summary>A step whose chance is fixed by a seed, whatever other threads train.</summary>
    public static BatchResult Step(this IModelTrainer trainer, Batch batch, in TrainingStep step, long seed)
    {
        using SharedRandom.Hold hold = SharedRandom.Enter();
        trainer.Seed(seed);
        return trainer.Step(batch, step);
    }

    /// <summary>Puts the random numbers back to where they were, not in the midst of another training's step.</summary>
    public static void RestoreRandomState(this IModelTrainer trainer, byte[] state)
    {
        using SharedRandom.Hold hold = SharedRandom.Enter();
        trainer.RandomState = state;
    }
}
