using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public unsafe Tensor relu()
        {
            var result = ActivatedLate(default(Rectifier)) ?? (dtype.IsFloating() ? Map(&Activations.Relu, Relu) : clamp(0, null));
            return Tape.Records(this) ? Tape.Record(result, "ReluBackward", [this], [result], ReluRule) : result;
        }

        public unsafe Tensor relu_()
        {
            RequireWritable();
            if (dtype != ScalarType.Float32 || !Impl.Has(Impl.Layout)) return WriteOver(static self => self.relu());
            if (!LateActivated.Activate(Impl, default(Rectifier), Impl)) Activations.Relu(Impl.Count, Impl.Floats, Impl.Floats);
            if (Tape.Records(this)) Tape.RecordInPlace(this, "ReluBackward", [this], [this], ReluRule);
            else Impl.NoteWrite();
            GC.KeepAlive(this);
            return this;
        }

        public unsafe Tensor sigmoid()
        {
            var result = Map(&Activations.Sigmoid, Logistic);
            return Tape.Records(this)
                ? Tape.Record(result, "SigmoidBackward", [this], [result], static (node, gradient) =>
                    node.Give(0, Backward(&Activations.SigmoidBackward, gradient, node.Saved(0), static y => y * (1 - y))))
                : result;
        }

        public Tensor sigmoid_() => WriteOver(static self => self.sigmoid());

        public unsafe Tensor tanh()
        {
            var result = Map(&Activations.Tanh, Math.Tanh);
            return Tape.Records(this)
                ? Tape.Record(result, "TanhBackward", [this], [result], static (node, gradient) =>
                    node.Give(0, Backward(&Activations.TanhBackward, gradient, node.Saved(0), static y => 1 - (y * y))))
                : result;
        }

        public Tensor tanh_() => WriteOver(static self => self.tanh());

        public unsafe Tensor silu()
        {
            var result = Map(&Activations.Silu, static x => x * Logistic(x));
            return Tape.Records(this)
                ? Tape.Record(result, "SiluBackward", [this], [this], static (node, gradient) =>
                    node.Give(0, Backward(&Activations.SiluBackward, gradient, node.Saved(0), static x => Logistic(x) * (1 + (x * (1 - Logistic(x)))))))
                : result;
        }

        public Tensor silu_() => WriteOver(static self => self.silu());

        /// <summary>x·Φ(x), exactly rather than by tanh.</summary>
        public unsafe Tensor gelu()
        {
            var result = Map(&Activations.Gelu, static x => x * SpecialFunctions.NormalCumulative(x));
            return Tape.Records(this)
                ? Tape.Record(result, "GeluBackward", [this], [this], static (node, gradient) =>
                    node.Give(0, Backward(&Activations.GeluBackward, gradient, node.Saved(0), SpecialFunctions.GeluSlope)))
                : result;
        }

        public Tensor gelu_() => WriteOver(static self => self.gelu());

        public unsafe Tensor leaky_relu(Scalar negative_slope)
        {
            var slope = negative_slope.Real;
            var result = Map(&Activations.LeakyRelu, (float)slope, x => x > 0 ? x : x * slope);
            return Tape.Records(this)
                ? Tape.Record(result, "LeakyReluBackward", [this], [this], (node, gradient) =>
                    node.Give(0, Backward(&Activations.LeakyReluBackward, gradient, node.Saved(0), (float)slope, x => x > 0 ? 1 : slope)))
                : result;
        }

        public Tensor leaky_relu_(Scalar negative_slope) => WriteOver(self => self.leaky_relu(negative_slope));

        public unsafe Tensor elu(double alpha = 1)
        {
            var result = Map(&Activations.Elu, (float)alpha, x => x > 0 ? x : alpha * (Math.Exp(x) - 1));
            return Tape.Records(this)
                ? Tape.Record(result, "EluBackward", [this], [this], (node, gradient) =>
                    node.Give(0, Backward(&Activations.EluBackward, gradient, node.Saved(0), (float)alpha, x => x > 0 ? 1 : alpha * Math.Exp(x))))
                : result;
        }

        public Tensor elu_(double alpha = 1) => WriteOver(self => self.elu(alpha));

        /// <summary>The activation of a result that has not been computed yet; null where there is none.</summary>
        private Tensor? ActivatedLate<TActivation>(TActivation activation) where TActivation : unmanaged, IActivation
        {
            if (Impl.Storage.Awaited is not LateActivated) return null;
            var result = New(Impl.Shape, ScalarType.Float32, Impl.Layout);
            if (LateActivated.Activate(Impl, activation, result.Impl)) return result;
            result.Dispose();
            return null;
        }

        private static readonly unsafe BackwardRule ReluRule = static (node, gradient) =>
        {
            var output = node.Saved(0);
            node.Give(0, LateGradient.Of(node, gradient, output.Impl, default(Rectifier))
                ?? Backward(&Activations.ReluBackward, gradient, output, static y => y <= 0 ? 0 : 1));
        };

        private static double Relu(double x) => double.IsNaN(x) ? x : Math.Max(0, x);

        private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
    }
}
