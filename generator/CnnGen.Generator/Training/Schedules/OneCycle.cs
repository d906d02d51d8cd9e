using System.Collections.Generic;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Training.Schedules;

/// <summary>Up and down once.</summary>
internal sealed record OneCycle : ScheduleKind
{
    public override IReadOnlyList<string> OwnArguments => [];

    protected override IReadOnlyList<double> OwnValues => [];

    public override double DefaultWarmUp => 0.3;

    protected override IEnumerable<string> Values => [];

    protected override ScheduleKind ReadOwn(Arguments arguments) => this;
}
