using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training;

/// <summary>Which optimizer is chosen, and whether it takes the arguments that are given.</summary>
internal static class OptimizerRules
{
    public static OptimizerKind Read(Arguments arguments)
    {
        OptimizerKind optimizer = Kinds<OptimizerKind>.Of(arguments.Choice("Optimizer", Optimizer.Adam))!;
        UnusedArguments.Check(
            arguments, optimizer.Text, optimizer.OwnArguments,
            Kinds<OptimizerKind>.In<Optimizer>().Select(static kind => (kind.Text, kind.OwnArguments)).ToList(),
            (owner, argument) => Use(owner, argument, arguments));
        return optimizer.Read(arguments);
    }

    // Looking ahead needs a momentum.
    private static Fix Use(string optimizer, string argument, Arguments arguments)
    {
        var fix = new Fix($"Use {optimizer}", Edit.Set(arguments.Attribute, "Optimizer", optimizer));
        return argument != "Nesterov" || arguments.Has("Momentum")
            ? fix
            : fix with { Edits = fix.Edits.Append(Edit.Set(arguments.Attribute, "Momentum", "0.9")).ToEquatableArray() };
    }
}
