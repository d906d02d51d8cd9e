using CnnGen.ManagedTorch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => CompareWith(Comparison.Equal, this, target);

        public Tensor eq(Scalar target) => CompareWith(Comparison.Equal, this, target);

        /// <summary>Element by element, as <see cref="eq(Tensor)"/>.</summary>
        public Tensor equal(Tensor target) => eq(target);

        public Tensor ne(Tensor target) => CompareWith(Comparison.NotEqual, this, target);

        public Tensor ne(Scalar target) => CompareWith(Comparison.NotEqual, this, target);

        public Tensor lt(Tensor target) => CompareWith(Comparison.Less, this, target);

        public Tensor lt(Scalar target) => CompareWith(Comparison.Less, this, target);

        public Tensor le(Tensor target) => CompareWith(Comparison.LessOrEqual, this, target);

        public Tensor le(Scalar target) => CompareWith(Comparison.LessOrEqual, this, target);

        public Tensor gt(Tensor target) => CompareWith(Comparison.Greater, this, target);

        public Tensor gt(Scalar target) => CompareWith(Comparison.Greater, this, target);

        public Tensor ge(Tensor target) => CompareWith(Comparison.GreaterOrEqual, this, target);

        public Tensor ge(Scalar target) => CompareWith(Comparison.GreaterOrEqual, this, target);

        public Tensor logical_and(Tensor other)
        {
            using var a = to(ScalarType.Bool);
            using var b = other.to(ScalarType.Bool);
            return Combine(BinaryOperator.Multiply, a, b);
        }

        public Tensor logical_or(Tensor other)
        {
            using var a = to(ScalarType.Bool);
            using var b = other.to(ScalarType.Bool);
            return Combine(BinaryOperator.Add, a, b);
        }

        public Tensor logical_not() => eq(0);

        public Tensor isnan() => ne(this);

        public Tensor isinf()
        {
            using var magnitude = Detached().abs();
            return magnitude.eq(double.PositiveInfinity);
        }

        public Tensor isfinite()
        {
            using var magnitude = Detached().abs();
            return magnitude.lt(double.PositiveInfinity);
        }

        /// <summary>True where all elements are within atol + rtol · |target| of the target's.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
        {
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            var (a, b) = (to(ScalarType.Float64), target.to(ScalarType.Float64));
            var close = a.sub(b).abs().le(b.abs().mul(rtol).add(atol)).logical_or(a.eq(b));
            if (equal_nan) close = close.logical_or(a.isnan().logical_and(b.isnan()));
            return close.all().ToBoolean();
        }
    }
}
