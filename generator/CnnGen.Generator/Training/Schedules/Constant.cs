using System.Collections.Generic;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Training.Schedules;

/// <summary>The same rate at each step.</summary>
internal sealed record Constant : ScheduleKind
{
    public override IReadOnlyList<string> OwnArguments => [];

    protected override IReadOnlyList<double> OwnValues => [];

    public override bool IsPlain => WarmUp == 0;

    protected override IEnumerable<string> Values => [];

    protected override ScheduleKind ReadOwn(Arguments arguments) => this;
}
