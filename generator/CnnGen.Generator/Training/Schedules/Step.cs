using System.Collections.Generic;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Schedules;

/// <summary>A factor after some epochs each.</summary>
internal sealed record Step : ScheduleKind
{
    public double DecayRate { get; init; }

    public int DecayEpochs { get; init; }

    public override IReadOnlyList<string> OwnArguments => ["DecayRate", "DecayEpochs"];

    protected override IReadOnlyList<double> OwnValues => [DecayRate, DecayEpochs];

    protected override IEnumerable<string> Values => [$"decayRate: {Literals.Double(DecayRate)}", $"decayEpochs: {Literals.Integer(DecayEpochs)}"];

    protected override ScheduleKind ReadOwn(Arguments arguments) => 
        this with { DecayRate = ReadDecayRate(arguments, 0.1), DecayEpochs = arguments.Positive("DecayEpochs", 10) };
}
