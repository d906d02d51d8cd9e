using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Language;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Core;

/// <summary>What kernels and a bias are held to after each step of training.</summary>
/// <param name="Kernel">The kernels' constraint.</param>
/// <param name="Axes">The axes of Keras's kernel that norms are taken over.</param>
/// <param name="Bias">The bias's constraint.</param>
/// <param name="MaxNorm">The largest norm.</param>
internal readonly record struct WeightConstraints(Constraint Kernel, EquatableArray<int> Axes, Constraint Bias, double MaxNorm)
{
    private const string AxesArgument = "KernelConstraintAxes";
    private const string MaxNormArgument = "MaxNorm";

    /// <param name="arguments">The arguments.</param>
    /// <param name="axes">How many axes the kernel has in Keras.</param>
    public static WeightConstraints Read(Arguments arguments, int axes)
    {
        var constraints = new WeightConstraints(
            arguments.Choice("KernelConstraint", Constraint.None), arguments.Integers(AxesArgument) ?? EquatableArray.Of(0),
            arguments.Choice("BiasConstraint", Constraint.None), arguments.Real(MaxNormArgument, 2, Range.AtLeast(0)));
        constraints.Check(arguments, axes);
        return constraints;
    }

    /// <param name="kernels">The kernels.</param>
    /// <param name="axes">How many axes they have in Keras.</param>
    /// <param name="bias">The bias, if there is one.</param>
    public IEnumerable<string> Statements(IEnumerable<KernelView> kernels, int axes, string? bias)
    {
        WeightConstraints self = this;
        IEnumerable<string> ofKernels = Kernel == Constraint.None
            ? []
            : kernels.Select(kernel => self.Statement(self.Kernel, kernel.Tensor, self.Axes.Select(axis => kernel.Axis(axis, axes))));
        return bias is null || Bias == Constraint.None ? ofKernels : ofKernels.Append(Statement(Bias, bias, [0]));
    }

    private void Check(Arguments arguments, int axes)
    {
        if (arguments.IsFaulty)
        {
            return;
        }

        string written = $"({string.Join(", ", Axes.Select(static axis => Words.Text(axis)))})";
        if (Axes.Count == 0 || Axes.Any(axis => axis < -axes || axis >= axes))
        {
            arguments.OutOfRange(AxesArgument, $"numbers from {Words.Text(-axes)} to {Words.Text(axes - 1)}, the axes of the kernel", written);
        }
        else if (arguments.Has(AxesArgument) && Kernel is not (Constraint.MaxNorm or Constraint.UnitNorm))
        {
            arguments.OutOfRange(AxesArgument, "left out, because the kernel has no constraint of a norm", written);
        }

        if (arguments.Has(MaxNormArgument) && Kernel != Constraint.MaxNorm && Bias != Constraint.MaxNorm)
        {
            arguments.OutOfRange(MaxNormArgument, $"left out, because no constraint is {nameof(Constraint)}.{Constraint.MaxNorm}", Words.Number(MaxNorm));
        }
    }

    private string Statement(Constraint constraint, string tensor, IEnumerable<long> axes)
    {
        string dimensions = Literals.Longs(axes.Distinct().OrderBy(static axis => axis).ToArray());
        return $"{Library.Constraints}.{constraint}({tensor}" + constraint switch
        {
            Constraint.MaxNorm => $", {Literals.Double(MaxNorm)}, {dimensions});",
            Constraint.UnitNorm => $", {dimensions});",
            _ => ");",
        };
    }
}
