using System.Collections.Generic;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Schedules;

/// <summary>Half a cosine.</summary>
internal sealed record Cosine : ScheduleKind
{
    public double FinalLearningRate { get; init; }

    public override IReadOnlyList<string> OwnArguments => ["FinalLearningRate"];

    protected override IReadOnlyList<double> OwnValues => [FinalLearningRate];

    protected override IEnumerable<string> Values => [$"finalLearningRate: {Literals.Double(FinalLearningRate)}"];

    protected override ScheduleKind ReadOwn(Arguments arguments) => this with { FinalLearningRate = ReadFinalLearningRate(arguments) };
}
