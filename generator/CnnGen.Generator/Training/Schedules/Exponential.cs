using System.Collections.Generic;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Schedules;

/// <summary>A factor in each epoch, spread over its steps.</summary>
internal sealed record Exponential : ScheduleKind
{
    public double DecayRate { get; init; }

    public override IReadOnlyList<string> OwnArguments => ["DecayRate"];

    protected override IReadOnlyList<double> OwnValues => [DecayRate];

    protected override IEnumerable<string> Values => [$"decayRate: {Literals.Double(DecayRate)}"];

    protected override ScheduleKind ReadOwn(Arguments arguments) => this with { DecayRate = ReadDecayRate(arguments, 0.9) };
}
