using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public unsafe Tensor exp()
        {
            var result = Map(&Elementwise.Exp, Math.Exp);
            return Tape.Records(this)
                ? Tape.Record(result, "ExpBackward", [this], [result], static (node, gradient) => node.Give(0, gradient.mul(node.Saved(0))))
                : result;
        }

        public Tensor exp_() => WriteOver(static self => self.exp());

        public unsafe Tensor log()
        {
            var result = Map(&Elementwise.Log, Math.Log);
            return Tape.Records(this)
                ? Tape.Record(result, "LogBackward", [this], [this], static (node, gradient) => node.Give(0, gradient.div(node.Saved(0))))
                : result;
        }

        public Tensor log_() => WriteOver(static self => self.log());

        public Tensor log1p()
        {
            var result = MapEach(static x => Math.Abs(x) < 1e-5 ? x - (x * x / 2) : Math.Log(1 + x));
            return Tape.Records(this)
                ? Tape.Record(result, "Log1pBackward", [this], [this], static (node, gradient) => node.Give(0, gradient.div(node.Saved(0).add(1))))
                : result;
        }

        public unsafe Tensor sqrt()
        {
            var result = Map(&Elementwise.Sqrt, Math.Sqrt);
            return Tape.Records(this)
                ? Tape.Record(result, "SqrtBackward", [this], [result], static (node, gradient) => node.Give(0, gradient.div(node.Saved(0).mul(2))))
                : result;
        }

        public Tensor sqrt_() => WriteOver(static self => self.sqrt());

        public Tensor rsqrt()
        {
            using var root = sqrt();
            return FromScalar(BinaryOperator.Divide, 1, root);
        }

        public Tensor abs()
        {
            var result = AbsoluteValues();
            return Tape.Records(this)
                ? Tape.Record(result, "AbsBackward", [this], [this], static (node, gradient) => node.Give(0, gradient.mul(node.Saved(0).sign())))
                : result;
        }

        public Tensor abs_() => WriteOver(static self => self.abs());

        /// <summary>The inverse of the error function, element by element.</summary>
        public unsafe Tensor erfinv()
        {
            var result = Map(&InverseError.Apply, SpecialFunctions.InverseErf);
            return Tape.Records(this)
                ? Tape.Record(result, "ErfinvBackward", [this], [result], static (node, gradient) =>
                    node.Give(0, gradient.mul(node.Saved(0).square().exp().mul(Math.Sqrt(Math.PI) / 2))))
                : result;
        }

        public Tensor erfinv_() => WriteOver(static self => self.erfinv());

        public Tensor neg()
        {
            if (dtype == ScalarType.Bool) throw TorchError.Create("Negation, the `-` operator, on a bool tensor is not supported.");
            var result = CombineScalar(BinaryOperator.Multiply, this, -1, false);
            return Tape.Records(this)
                ? Tape.Record(result, "NegBackward", [this], [], static (node, gradient) => node.Give(0, gradient.neg()))
                : result;
        }

        public Tensor neg_() => WriteOver(static self => self.neg());

        public Tensor negative() => neg();

        public Tensor reciprocal() => FromScalar(BinaryOperator.Divide, 1, this);

        public Tensor sin()
        {
            var result = MapEach(Math.Sin);
            return Tape.Records(this)
                ? Tape.Record(result, "SinBackward", [this], [this], static (node, gradient) => node.Give(0, gradient.mul(node.Saved(0).MapEach(Math.Cos))))
                : result;
        }

        public Tensor cos()
        {
            var result = MapEach(Math.Cos);
            return Tape.Records(this)
                ? Tape.Record(result, "CosBackward", [this], [this], static (node, gradient) => node.Give(0, gradient.mul(node.Saved(0).MapEach(Math.Sin)).neg()))
                : result;
        }

        public Tensor floor() => Step(Math.Floor);

        public Tensor ceil() => Step(Math.Ceiling);

        public Tensor trunc() => Step(Math.Truncate);

        public Tensor round(long decimals = 0)
        {
            var scale = Math.Pow(10, decimals);
            return Step(x => Math.Round(x * scale, MidpointRounding.ToEven) / scale);
        }

        /// <summary>-1, 0 or 1; 0 of NaN.</summary>
        public Tensor sign() => Step(static x => double.IsNaN(x) ? 0 : Math.Sign(x));

        public Tensor clamp(Scalar? min = null, Scalar? max = null)
        {
            if (min is null && max is null) throw TorchError.Create("torch.clamp: At least one of 'min' or 'max' must not be None");
            using var floor = min is null ? Share() : CombineScalar(BinaryOperator.Maximum, this, min, false);
            var result = max is null ? floor.Share() : CombineScalar(BinaryOperator.Minimum, floor, max, false);
            if (!Tape.Records(this)) return result;
            return Tape.Record(result, "ClampBackward", [this], [this], (node, gradient) =>
            {
                var x = node.Saved(0);
                var inside = min is null ? x.le(max!) : max is null ? x.ge(min) : x.ge(min).logical_and(x.le(max));
                node.Give(0, gradient.mul(inside.to(gradient.dtype)));
            });
        }

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => WriteOver(self => self.clamp(min, max));

        public Tensor clamp_min(Scalar min) => clamp(min, null);

        public Tensor clamp_max(Scalar max) => clamp(null, max);

        public Tensor where(Tensor condition, Tensor y)
        {
            if (condition.dtype != ScalarType.Bool) throw TorchError.WrongType("where", "a condition of type Bool", condition.dtype);
            var type = ScalarTypes.Promote(dtype, Impl.Rank, y.dtype, y.Impl.Rank);
            var shape = Geometry.Broadcast(Geometry.Broadcast(Impl.Shape, y.Impl.Shape), condition.Impl.Shape);
            using var chosen = condition.Arranged(MemoryLayout.Contiguous, shape, ScalarType.Bool);
            using var otherwise = y.Arranged(MemoryLayout.Contiguous, shape, type);
            var result = Of(otherwise.Impl.CopyIn(MemoryLayout.Contiguous));
            using var source = Arranged(MemoryLayout.Contiguous, shape, type);
            Choose(chosen.Impl, source.Impl, result.Impl);
            return Tape.Records(this, y)
                ? Tape.Record(result, "WhereBackward", [this, y], [chosen], static (node, gradient) =>
                {
                    var mask = node.Saved(0);
                    if (node.Wants(0)) node.Give(0, gradient.masked_fill(mask.logical_not(), 0));
                    if (node.Wants(1)) node.Give(1, gradient.masked_fill(mask, 0));
                })
                : result;
        }

        public Tensor masked_fill(Tensor mask, Scalar value)
        {
            if (mask.dtype != ScalarType.Bool) throw TorchError.WrongType("masked_fill", "a mask of type Bool", mask.dtype);
            using var filler = full([], value, dtype);
            return filler.where(mask, this);
        }

        public Tensor masked_fill_(Tensor mask, Scalar value) => WriteOver(self => self.masked_fill(mask, value));

        private unsafe Tensor AbsoluteValues()
        {
            if (dtype == ScalarType.Float32) return Map(&Elementwise.Abs, Math.Abs);
            if (dtype == ScalarType.Float64) return MapEach(Math.Abs);
            using var opposite = CombineScalar(BinaryOperator.Multiply, this, -1, false);
            return Combine(BinaryOperator.Maximum, this, opposite);
        }

        // Flat almost everywhere: the gradient is zero.
        private Tensor Step(Func<double, double> function)
        {
            using var stepped = MapEach(function);
            var result = stepped.to(dtype);
            return Tape.Records(this)
                ? Tape.Record(result, "StepBackward", [this], [], static (node, gradient) => node.Give(0, gradient.mul(0)))
                : result;
        }

        private static unsafe void Choose(TensorImpl condition, TensorImpl source, TensorImpl target)
        {
            var mask = condition.Pointer;
            var from = source.Pointer;
            var to = target.Pointer;
            var size = target.Type.Size();
            for (long i = 0; i < target.Count; i++)
            {
                if (mask[i] == 0) continue;
                if (size == 4) ((int*)to)[i] = ((int*)from)[i];
                else if (size == 8) ((long*)to)[i] = ((long*)from)[i];
                else to[i] = from[i];
            }
        }
    }
}
