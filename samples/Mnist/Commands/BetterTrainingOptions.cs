using System.CommandLine;
using System.CommandLine.Parsing;
using CnnGen.Samples.Mnist.Training;

namespace CnnGen.Samples.Mnist.Commands;

/// <summary>The options of <c>train</c> that go beyond the notebook.</summary>
internal sealed class BetterTrainingOptions
{
    private static readonly Dictionary<string, Schedule> s_schedules = new(StringComparer.OrdinalIgnoreCase)
    {
        ["constant"] = CnnGen.Schedule.Constant,
        ["step"] = CnnGen.Schedule.Step,
        ["exponential"] = CnnGen.Schedule.Exponential,
        ["cosine"] = CnnGen.Schedule.Cosine,
        ["one-cycle"] = CnnGen.Schedule.OneCycle,
        ["polynomial"] = CnnGen.Schedule.Polynomial,
    };

    private Option<Schedule?> Schedule { get; } = new("--schedule")
    {
        Description = $"How the learning rate changes: {string.Join(", ", s_schedules.Keys)}.",
        HelpName = "NAME",
        CustomParser = ParseSchedule,
    };

    private Option<double?> Average { get; } = Words.Share("--average", "Averages the weights, and keeps so much of the average in a step, such as 0.999.");

    private Option<bool> Augment { get; } = new("--augment") { Description = "Moves and turns the training digits a little, anew in each epoch." };

    private Option<int?> Patience { get; } = Words.Count("--patience", "Stops after N epochs without progress on the validation digits, with the best weights.");

    private Option<double?> CheckpointEvery { get; } = Words.PositiveNumber("--checkpoint-every", "Seconds from one checkpoint in --out to the next; 1 without it.");

    public void AddTo(Command command)
    {
        command.Options.Add(Schedule);
        command.Options.Add(Average);
        command.Options.Add(Augment);
        command.Options.Add(Patience);
        command.Options.Add(CheckpointEvery);
    }

    public TrainingRequest Apply(ParseResult parsed, TrainingRequest request) => request with
    {
        Schedule = parsed.GetValue(Schedule),
        Average = parsed.GetValue(Average),
        Augment = parsed.GetValue(Augment),
        Patience = parsed.GetValue(Patience),
        CheckpointEvery = parsed.GetValue(CheckpointEvery),
    };

    private static Schedule? ParseSchedule(ArgumentResult result)
    {
        var name = result.Tokens[0].Value;
        if (s_schedules.TryGetValue(name, out var schedule))
        {
            return schedule;
        }

        var guess = NearestName.Of(name, s_schedules.Keys);
        result.AddError($"there is no schedule '{name}'{(guess is null ? "" : $"; did you mean {guess}?")} (schedules: {string.Join(", ", s_schedules.Keys)})");
        return null;
    }
}
