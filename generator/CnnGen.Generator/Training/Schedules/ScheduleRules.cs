using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Problems;

namespace CnnGen.Generator.Training.Schedules;

/// <summary>Which schedule is chosen, and whether it takes the arguments that are given.</summary>
internal static class ScheduleRules
{
    public static ScheduleKind Read(Arguments arguments)
    {
        ScheduleKind schedule = Kinds<ScheduleKind>.Of(arguments.Choice("Schedule", Schedule.Constant))!;
        UnusedArguments.Check(
            arguments, schedule.Text, schedule.OwnArguments,
            Kinds<ScheduleKind>.In<Schedule>().Select(static kind => (kind.Text, kind.OwnArguments)).ToList(),
            (owner, _) => new Fix($"Use {owner}", Edit.Set(arguments.Attribute, "Schedule", owner)));
        return schedule.Read(arguments);
    }
}
