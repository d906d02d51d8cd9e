using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Schedules;

/// <summary>
/// How the learning rate changes: its arguments with their defaults and ranges, and the library's value that it becomes. It has the name of its member in
/// <see cref="Schedule"/>.
/// </summary>
internal abstract record ScheduleKind
{
    public string Name => GetType().Name;

    /// <summary>As the attribute writes it.</summary>
    public string Text => "Schedule." + Name;

    /// <summary>The share of the steps over which the rate rises first.</summary>
    public double WarmUp { get; init; }

    public virtual double DefaultWarmUp => 0;

    /// <summary>The arguments that it takes beside the warm-up, which all take.</summary>
    public abstract IReadOnlyList<string> OwnArguments { get; }

    /// <summary>What its own arguments are, in their order.</summary>
    protected abstract IReadOnlyList<double> OwnValues { get; }

    /// <summary>The library's value.</summary>
    public string Creation => $"{Library.Root}.LearningRateSchedule.{Name}({string.Join(", ", Values.Append($"warmUp: {Literals.Double(WarmUp)}"))})";

    /// <summary>Whether nothing of it need be said.</summary>
    public virtual bool IsPlain => false;

    /// <summary>The schedule as an attribute sets it up.</summary>
    public ScheduleKind Read(Arguments arguments) => ReadOwn(arguments) with
    {
        WarmUp = arguments.Real("WarmUp", DefaultWarmUp, static value => value is >= 0 and < 1, "at least 0 and less than 1"),
    };

    /// <summary>Takes it down for <c>ModelSummary.Training</c>.</summary>
    public void Describe(LayerSettings settings)
    {
        settings.Add("schedule", Name, usual: nameof(Constant));
        settings.AddArguments(OwnArguments, OwnValues);
        settings.AddUnless(0, "warmUp", WarmUp);
    }

    /// <summary>The named arguments of the library's factory.</summary>
    protected abstract IEnumerable<string> Values { get; }

    protected abstract ScheduleKind ReadOwn(Arguments arguments);

    protected static double ReadDecayRate(Arguments arguments, double fallback) =>
        arguments.Real("DecayRate", fallback, static value => value is > 0 and <= 1, "larger than 0 and at most 1");

    protected static double ReadFinalLearningRate(Arguments arguments) =>
        arguments.Real("FinalLearningRate", 0, static value => value >= 0, "at least 0");
}
