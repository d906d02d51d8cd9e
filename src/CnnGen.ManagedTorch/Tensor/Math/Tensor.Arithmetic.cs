using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target)
        {
            var result = Combine(BinaryOperator.Add, this, target);
            return Tape.Records(this, target)
                ? Tape.Record(result, "AddBackward", [this, target], [], static (node, gradient) =>
                {
                    node.Give(0, gradient);
                    node.Give(1, gradient);
                })
                : result;
        }

        public Tensor add(Tensor target, Scalar alpha)
        {
            using var scaled = alpha.Real == 1 ? target.Share() : target.mul(alpha);
            return add(scaled);
        }

        public Tensor add(Scalar scalar) => RecordIdentity(CombineScalar(BinaryOperator.Add, this, scalar, false), "AddBackward");

        public Tensor add(Scalar scalar, Scalar alpha) => add(Product(scalar, alpha));

        public Tensor add_(Tensor target) => CombineInPlace(BinaryOperator.Add, target, static (self, target) => self.add(target));

        public Tensor add_(Tensor target, Scalar alpha)
        {
            using var scaled = alpha.Real == 1 ? target.Share() : target.mul(alpha);
            return add_(scaled);
        }

        public Tensor add_(Scalar scalar) => CombineInPlace(BinaryOperator.Add, scalar, static (self, scalar) => self.add(scalar));

        public Tensor add_(Scalar scalar, Scalar alpha) => add_(Product(scalar, alpha));

        public Tensor sub(Tensor target)
        {
            var result = Combine(BinaryOperator.Subtract, this, target);
            return Tape.Records(this, target)
                ? Tape.Record(result, "SubBackward", [this, target], [], static (node, gradient) =>
                {
                    node.Give(0, gradient);
                    if (node.Wants(1)) node.Give(1, gradient.neg());
                })
                : result;
        }

        public Tensor sub(Scalar target) => RecordIdentity(CombineScalar(BinaryOperator.Subtract, this, target, false), "SubBackward");

        public Tensor sub_(Tensor target) => CombineInPlace(BinaryOperator.Subtract, target, static (self, target) => self.sub(target));

        public Tensor sub_(Scalar target) => CombineInPlace(BinaryOperator.Subtract, target, static (self, target) => self.sub(target));

        public Tensor subtract(Tensor target) => sub(target);

        public Tensor subtract(Scalar target) => sub(target);

        public Tensor subtract_(Tensor target) => sub_(target);

        public Tensor subtract_(Scalar target) => sub_(target);

        public Tensor mul(Tensor target)
        {
            var result = Combine(BinaryOperator.Multiply, this, target);
            return Tape.Records(this, target)
                ? Tape.Record(result, "MulBackward", [this, target], [this, target], static (node, gradient) =>
                {
                    if (node.Wants(0)) node.Give(0, gradient.mul(node.Saved(1)));
                    if (node.Wants(1)) node.Give(1, gradient.mul(node.Saved(0)));
                })
                : result;
        }

        public Tensor mul(Scalar target)
        {
            var result = CombineScalar(BinaryOperator.Multiply, this, target, false);
            return Tape.Records(this)
                ? Tape.Record(result, "MulBackward", [this], [], (node, gradient) => node.Give(0, gradient.mul(target)))
                : result;
        }

        public Tensor mul_(Tensor target) => CombineInPlace(BinaryOperator.Multiply, target, static (self, target) => self.mul(target));

        public Tensor mul_(Scalar target) => CombineInPlace(BinaryOperator.Multiply, target, static (self, target) => self.mul(target));

        public Tensor multiply(Tensor target) => mul(target);

        public Tensor multiply(Scalar target) => mul(target);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (rounding_mode != RoundingMode.None) return Rounded(div(target), rounding_mode, ScalarTypes.Promote(dtype, Impl.Rank, target.dtype, target.Impl.Rank));
            var result = Combine(BinaryOperator.Divide, this, target);
            return Tape.Records(this, target)
                ? Tape.Record(result, "DivBackward", [this, target], [this, target], static (node, gradient) =>
                {
                    var divisor = node.Saved(1);
                    if (node.Wants(0)) node.Give(0, gradient.div(divisor));
                    if (node.Wants(1)) node.Give(1, gradient.mul(node.Saved(0)).div(divisor).div(divisor).neg());
                })
                : result;
        }

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (rounding_mode != RoundingMode.None) return Rounded(div(target), rounding_mode, ScalarTypes.Promote(dtype, target));
            var result = CombineScalar(BinaryOperator.Divide, this, target, false);
            return Tape.Records(this)
                ? Tape.Record(result, "DivBackward", [this], [], (node, gradient) => node.Give(0, gradient.div(target)))
                : result;
        }

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? CombineInPlace(BinaryOperator.Divide, target, static (self, target) => self.div(target))
                : WriteOver(self => self.div(target, rounding_mode));

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? CombineInPlace(BinaryOperator.Divide, target, static (self, target) => self.div(target))
                : WriteOver(self => self.div(target, rounding_mode));

        /// <summary>What is left of a division, with the divisor's sign.</summary>
        public Tensor remainder(Tensor target)
        {
            var result = Combine(BinaryOperator.Remainder, this, target);
            return Tape.Records(this, target)
                ? Tape.Record(result, "RemainderBackward", [this, target], [this, target], static (node, gradient) =>
                {
                    node.Give(0, gradient);
                    if (node.Wants(1)) node.Give(1, gradient.mul(node.Saved(0).div(node.Saved(1)).floor()).neg());
                })
                : result;
        }

        public Tensor remainder(Scalar scalar) => RecordIdentity(CombineScalar(BinaryOperator.Remainder, this, scalar, false), "RemainderBackward");

        public Tensor maximum(Tensor other) => Extremum(BinaryOperator.Maximum, other);

        public Tensor minimum(Tensor other) => Extremum(BinaryOperator.Minimum, other);

        public Tensor max(Tensor other) => maximum(other);

        public Tensor min(Tensor other) => minimum(other);

        public Tensor pow(Tensor exponent)
        {
            var result = Combine(BinaryOperator.Power, this, exponent);
            return Tape.Records(this, exponent)
                ? Tape.Record(result, "PowBackward", [this, exponent], [this, exponent, result], static (node, gradient) =>
                {
                    var (x, power, y) = (node.Saved(0), node.Saved(1), node.Saved(2));
                    if (node.Wants(0)) node.Give(0, gradient.mul(power.mul(x.pow(power.sub(1)))).masked_fill(power.eq(0), 0));
                    if (node.Wants(1)) node.Give(1, gradient.mul(y.mul(x.log())).masked_fill(x.eq(0).logical_and(power.ge(0)), 0));
                })
                : result;
        }

        public Tensor pow(Scalar exponent)
        {
            var type = ScalarTypes.Promote(dtype, exponent);
            if (exponent.Real < 0 && !type.IsFloating()) throw TorchError.Create("Integers to negative integer powers are not allowed.");
            var result = exponent.Real == 2 && type == dtype ? Combine(BinaryOperator.Multiply, this, this) : CombineScalar(BinaryOperator.Power, this, exponent, false);
            return Tape.Records(this)
                ? Tape.Record(result, "PowBackward", [this], [this], (node, gradient) =>
                    node.Give(0, exponent.Real == 0 ? zeros_like(gradient) : gradient.mul(node.Saved(0).pow(exponent.Real - 1).mul(exponent.Real))))
                : result;
        }

        public Tensor pow_(Scalar exponent) => WriteOver(self => self.pow(exponent));

        public Tensor square() => pow(2);

        /// <summary>this + value · tensor1 · tensor2.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            using var product = tensor1.mul(tensor2);
            return add(product, value);
        }

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            using var product = tensor1.mul(tensor2);
            return add_(product, value);
        }

        /// <summary>this + value · tensor1 / tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            using var quotient = tensor1.div(tensor2);
            return add(quotient, value);
        }

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            using var quotient = tensor1.div(tensor2);
            return add_(quotient, value);
        }

        /// <summary>number - this or number / this.</summary>
        internal static Tensor FromScalar(BinaryOperator op, Scalar number, Tensor tensor)
        {
            var result = CombineScalar(op, tensor, number, numberFirst: true);
            if (!Tape.Records(tensor)) return result;
            return op == BinaryOperator.Subtract
                ? Tape.Record(result, "RsubBackward", [tensor], [], static (node, gradient) => node.Give(0, gradient.neg()))
                : Tape.Record(result, "RdivBackward", [tensor], [tensor], (node, gradient) =>
                {
                    var divisor = node.Saved(0);
                    node.Give(0, gradient.mul(-number.Real).div(divisor).div(divisor));
                });
        }

        private static Scalar Product(Scalar a, Scalar b) =>
            a.IsFloating || b.IsFloating ? a.Real * b.Real : a.Whole * b.Whole;

        private static Tensor Rounded(Tensor quotient, RoundingMode mode, ScalarType type)
        {
            using var exact = quotient;
            using var whole = mode == RoundingMode.floor ? exact.floor() : exact.trunc();
            return whole.to(type);
        }

        // Where both are equal, each gets half; where one is no number, both get the whole, as in PyTorch.
        private Tensor Extremum(BinaryOperator op, Tensor other)
        {
            var result = Combine(op, this, other);
            return Tape.Records(this, other)
                ? Tape.Record(result, op + "Backward", [this, other], [this, other], (node, gradient) =>
                {
                    var (a, b) = (node.Saved(0), node.Saved(1));
                    if (op == BinaryOperator.Minimum) (a, b) = (b, a);
                    var shared = gradient.mul(0.5).where(a.eq(b), gradient);
                    if (node.Wants(0)) node.Give(0, shared.masked_fill(a.lt(b), 0));
                    if (node.Wants(1)) node.Give(1, shared.masked_fill(a.gt(b), 0));
                })
                : result;
        }
    }
}
