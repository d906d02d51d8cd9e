namespace CnnGen.Torch.Tests.Checking;

/// <summary>Compares the gradient that backward gives with central differences: no other library has a say in it.</summary>
internal static class NumericGradient
{
    private const float Step = 1e-2f;
    private const double Tolerance = 5e-3;

    /// <summary>Checks the gradient of a random weighted sum of the results with respect to every element of every operand.</summary>
    public static void ShouldBeRight(Any any, Func<Tensor[], Tensor> function, params Operand[] operands)
    {
        using var scope = NewDisposeScope();
        var tensors = Array.ConvertAll(operands, operand => operand.ToTensor());
        var result = function(tensors);
        var weights = any.Normal((int)result.numel());
        result.backward([tensor(weights, result.shape)]);

        for (var i = 0; i < operands.Length; i++)
        {
            if (operands[i].Differentiable)
            {
                tensors[i].grad.ShouldNotBeNull(operands[i].Name);
                Compare(operands, i, function, weights, tensors[i].grad!.ToFloats(), any);
            }
        }
    }

    private static void Compare(
        Operand[] operands, int which, Func<Tensor[], Tensor> function, float[] weights, float[] gradient, Any any)
    {
        var values = operands[which].Value.Floats;
        var allowed = Tolerance * Math.Max(1, gradient.Max(Math.Abs));
        for (var j = 0; j < values.Length; j++)
        {
            var kept = values[j];
            values[j] = kept + Step;
            var above = WeightedSum(operands, function, weights);
            values[j] = kept - Step;
            var below = WeightedSum(operands, function, weights);
            values[j] = kept;
            ((double)gradient[j]).ShouldBe(
                (above - below) / (2.0 * Step), allowed, $"element {j} of {operands[which]}; {any.Replay}");
        }
    }

    // Summed in double precision: differences of float sums would drown in rounding.
    private static double WeightedSum(Operand[] operands, Func<Tensor[], Tensor> function, float[] weights)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var result = function(Array.ConvertAll(operands, operand => operand.WithoutGradient().ToTensor())).ToFloats();
        return result.Zip(weights, (value, weight) => (double)value * weight).Sum();
    }
}
