namespace CnnGen.Generator.Emission;

/// <summary>What weights are held to after each step, for all layers of a project.</summary>
internal static class ConstraintText
{
    /// <summary>The source, in the namespace of the shared file.</summary>
    public static string Text => $$"""

        /// <summary>What weights are held to after each step, as Keras does it.</summary>
        {{StateEmitter.Marks}}
        internal static class Constraints
        {
            // Keras's: what has no length stays as it is.
            private const double Epsilon = 1e-7;

            public static void MaxNorm(torch.Tensor weight, double most, long[] axes)
            {
                using var scope = torch.NewDisposeScope();
                var norms = Norms(weight, axes);
                weight.mul_(norms.clamp(0.0, most) / (norms + Epsilon));
            }

            public static void UnitNorm(torch.Tensor weight, long[] axes)
            {
                using var scope = torch.NewDisposeScope();
                weight.div_(Norms(weight, axes) + Epsilon);
            }

            public static void NonNeg(torch.Tensor weight)
            {
                using var scope = torch.NewDisposeScope();
                weight.copy_(weight.clamp_min(0.0));
            }

            private static torch.Tensor Norms(torch.Tensor weight, long[] axes) => weight.square().sum(axes, true).sqrt();
        }

        """;
}
