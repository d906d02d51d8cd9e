using System.CommandLine;
using System.CommandLine.Parsing;
using CnnGen.Samples.Mnist.Records;
using CnnGen.Samples.Mnist.Reports;

namespace CnnGen.Samples.Mnist.Commands;

/// <summary><c>record NAME</c>: tries for a record with several seeds, and says the mean at the last epoch.</summary>
internal static class RecordCommand
{
    // A gradient costs twice what the network itself does.
    private const int PassesOfTraining = 3;

    public static Command Create()
    {
        var name = new Argument<RecordRecipe>("NAME")
        {
            Description = string.Join("; ", RecordRecipe.All.Select(recipe => $"{recipe.Name}: {recipe.Idea}")) + ".",
            CustomParser = Parse,
        };
        var seeds = Words.Count("--seeds", "Trainings that the mean is over.");
        var epochs = Words.Epochs();
        var data = Words.Data();
        var command = new Command("record", "Tries for a record on MNIST: several seeds, the mean at the last epoch, nothing chosen by the test digits.") { name, seeds, epochs, data };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Run(parsed.GetRequiredValue(name), parsed.GetValue(seeds), parsed.GetValue(epochs), CnnGen.Mnist.Load(parsed.GetValue(data), Digits.Shipped), cancellation),
            CancellationToken.None));
        return command;
    }

    private static int Run(RecordRecipe recipe, int? seeds, int? epochs, CnnGen.Mnist mnist, CancellationToken cancellation)
    {
        using var network = recipe.Create();
        Console.WriteLine($"record: {recipe.Name}, {recipe.Idea}; {network.Architecture.TotalParameters} parameters");
        Console.WriteLine($"data: {mnist.Description}");
        List<RecordAttempt> attempts = [];
        for (var seed = 1; seed <= (seeds ?? recipe.Seeds); seed++)
        {
            var attempt = RecordAttempt.Run(recipe, mnist, seed, epochs, cancellation);
            attempts.Add(attempt);
            Console.WriteLine($"seed {seed}: validation {Numbers.Accuracy(attempt.Validation)}, test {Numbers.Accuracy(attempt.Test)}, {Numbers.Seconds(attempt.Seconds)}");
        }

        Report(recipe, attempts, Operations(network, epochs, mnist));
        return ExitCode.Success;
    }

    private static void Report(RecordRecipe recipe, List<RecordAttempt> attempts, double operations)
    {
        var mean = attempts.Average(attempt => attempt.Test);
        var seconds = attempts.Select(attempt => attempt.Seconds).Order().ElementAt(attempts.Count / 2);
        var rate = operations / seconds / 1e9;
        var peak = MultiplyAddPeak.Measure();
        Console.WriteLine($"time of a training: {Numbers.Seconds(seconds)} (median), {rate:F0} GFLOP/s; {rate / peak * 100:F0} % of the {peak:F0} GFLOP/s that multiply-adds reach in registers");
        Console.WriteLine($"least and greatest: {Numbers.Accuracy(attempts.Min(attempt => attempt.Test))} and {Numbers.Accuracy(attempts.Max(attempt => attempt.Test))}");
        Console.WriteLine($"mean test accuracy: {Numbers.Accuracy(mean)} of {attempts.Count} seeds; {(mean >= recipe.Goal ? "the goal" : "short of the goal")} of {Numbers.Accuracy(recipe.Goal)}{(mean >= recipe.Goal ? " is reached" : "")}");
    }

    private static double Operations(ITrainableModel<Prediction> network, int? epochs, CnnGen.Mnist mnist) =>
        2.0 * PassesOfTraining * network.Architecture.MultiplyAdds * RecordAttempt.TrainedOn(mnist) * (epochs ?? network.Settings.Epochs);

    private static RecordRecipe? Parse(ArgumentResult result)
    {
        var name = result.Tokens[0].Value;
        if (RecordRecipe.All.FirstOrDefault(recipe => string.Equals(recipe.Name, name, StringComparison.OrdinalIgnoreCase)) is { } recipe)
        {
            return recipe;
        }

        var guess = NearestName.Of(name, RecordRecipe.Names);
        result.AddError($"there is no record '{name}'{(guess is null ? "" : $"; did you mean {guess}?")} (records: {string.Join(", ", RecordRecipe.Names)})");
        return null;
    }
}
