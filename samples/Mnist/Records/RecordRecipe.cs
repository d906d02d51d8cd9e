namespace CnnGen.Samples.Mnist.Records;

/// <summary>One attempt at a record: a network, how it is trained beyond what it declares, and what is asked of it.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Idea">What it tries, in a few words.</param>
/// <param name="Create">Makes the network with fresh start weights.</param>
/// <param name="Goal">The mean test accuracy that it should reach.</param>
/// <param name="Seeds">How many trainings the mean is over.</param>
internal sealed record RecordRecipe(string Name, string Idea, Func<ITrainableModel<Prediction>> Create, double Goal, int Seeds)
{
    public static IReadOnlyList<RecordRecipe> All { get; } =
    [
        new("fast", "99 % in the least time", static () => new FastCnn(), Goal: 0.99, Seeds: 10),
        new("small", "at most 10,000 parameters", static () => new SmallCnn(), Goal: 0.994, Seeds: 5)
        {
            Averaging = WeightAveraging.Exponential(0.999), Augmentation = new Augmentation { Shift = 0.07, Rotate = 8, Scale = 0.08 },
        },
        new("best", "at most 200,000 parameters", static () => new BestCnn(), Goal: 0.996, Seeds: 5)
        {
            Averaging = WeightAveraging.Exponential(0.999), Augmentation = new Augmentation { Shift = 0.07, Rotate = 10, Scale = 0.1 },
        },
    ];

    public static IReadOnlyCollection<string> Names { get; } = [.. All.Select(static recipe => recipe.Name)];

    /// <summary>The average of the weights; null without one.</summary>
    public WeightAveraging? Averaging { get; init; }

    /// <summary>What is done to the training digits; null for nothing.</summary>
    public Augmentation? Augmentation { get; init; }
}
