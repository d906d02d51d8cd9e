using System.Collections.Generic;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Schedules;

/// <summary>A power of what is left.</summary>
internal sealed record Polynomial : ScheduleKind
{
    public double Power { get; init; }

    public double FinalLearningRate { get; init; }

    public override IReadOnlyList<string> OwnArguments => ["Power", "FinalLearningRate"];

    protected override IReadOnlyList<double> OwnValues => [Power, FinalLearningRate];

    protected override IEnumerable<string> Values => [$"power: {Literals.Double(Power)}", $"finalLearningRate: {Literals.Double(FinalLearningRate)}"];

    protected override ScheduleKind ReadOwn(Arguments arguments) => this with
    {
        Power = arguments.Real("Power", 1, static value => value > 0, "larger than 0"),
        FinalLearningRate = ReadFinalLearningRate(arguments),
    };
}
