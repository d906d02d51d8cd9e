using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Autograd;
using CnnGen.ManagedTorch.Kernels;

namespace TorchSharp;

// Activations whose gradient follows from the input alone. float32 only.
public static partial class torch
{
    public partial class Tensor
    {
        private const double SeluScale = 1.0507009873554804934193349852946;
        private const double SeluAlpha = 1.6732632423543772848170429916717;

        public Tensor selu() => Activate(new ExponentialLinear((float)SeluScale, (float)SeluAlpha, 1), "selu");

        public Tensor selu_() => WriteOver(static self => self.selu());

        public Tensor celu() => celu(1);

        public Tensor celu(Scalar alpha)
        {
            if (alpha.Real == 0) throw TorchError.Create("ZeroDivisionError: alpha cannot be 0 for CELU");
            return Activate(new ExponentialLinear(1, (float)alpha.Real, (float)alpha.Real), "celu");
        }

        public Tensor celu_() => celu_(1);

        public Tensor celu_(Scalar alpha) => WriteOver(self => self.celu(alpha));

        public Tensor softplus(double beta = 1, double threshold = 20) => Activate(new SoftplusFunction((float)beta, (float)threshold), "softplus");

        public Tensor log_sigmoid() => Activate(new LogSigmoidFunction(), "log_sigmoid");

        public Tensor hardsigmoid() => Activate(new HardsigmoidFunction(), "hardsigmoid");

        public Tensor hardsigmoid_() => WriteOver(static self => self.hardsigmoid());

        public Tensor hardswish() => Activate(new HardswishFunction(), "hardswish");

        public Tensor hardswish_() => WriteOver(static self => self.hardswish());

        public Tensor hardtanh(Scalar min, Scalar max) => Activate(new Clip((float)min.Real, (float)max.Real), "hardtanh", sameSlopeFromOutput: true);

        public Tensor hardtanh_(Scalar min, Scalar max) => WriteOver(self => self.hardtanh(min, max));

        public Tensor relu6() => hardtanh(0, 6);

        public Tensor relu6_() => hardtanh_(0, 6);

        public Tensor threshold(Scalar threshold, Scalar value) => Activate(new ThresholdFunction((float)threshold.Real, (float)value.Real), "threshold");

        public Tensor threshold_(Scalar threshold, Scalar value) => WriteOver(self => self.threshold(threshold, value));

        /// <summary>x where positive, weight·x elsewhere; one weight, or one for each channel (dimension 1).</summary>
        public Tensor prelu(Tensor target)
        {
            if (target.dtype != dtype) throw TorchError.Create($"prelu: Found dtype {target.dtype.Name()} but expected {dtype.Name()}");
            using var scope = NewDisposeScope();
            var weight = target;
            if (target.Impl.Count != 1)
            {
                var channels = Impl.Rank > 1 ? Impl.Shape[1] : 1;
                if (target.Impl.Rank != 1 || target.Impl.Count != channels)
                {
                    throw TorchError.Create(
                        $"Mismatch of parameter numbers and input channel size. Found parameter numbers = {target.Impl.Count} and channel size = {channels}.");
                }

                var shape = new long[Impl.Rank];
                Array.Fill(shape, 1);
                shape[1] = channels;
                weight = target.reshape(shape);
            }

            // It is used twice, so it is not to be computed for each use.
            Impl.Storage.Awaited?.Settle();
            return relu().add(clamp_max(0).mul(weight)).MoveToOuterDisposeScope();
        }

        internal Tensor softsign() => Activate(new SoftsignFunction(), "softsign");

        internal Tensor mish() => Activate(new MishFunction(), "mish");

        internal Tensor softshrink(double lambda)
        {
            if (lambda < 0) throw TorchError.Create($"lambda must be greater or equal to 0, but found to be {lambda}.");
            return Activate(new Shrink((float)lambda, soft: true), "softshrink");
        }

        internal Tensor hardshrink(double lambda) => Activate(new Shrink((float)lambda, soft: false), "hardshrink");

        private unsafe Tensor Activate<TActivation>(TActivation activation, string name, bool sameSlopeFromOutput = false) where TActivation : unmanaged, IActivation
        {
            RequireFloat32(this, name);
            using var x = Arranged(Impl.Layout);
            var activated = ActivatedLate(activation);
            var result = activated ?? Activated(activation, x.Impl);
            if (!Tape.Records(this)) return result;

            // What was never written stays unwritten if the output says enough.
            return activated is not null && sameSlopeFromOutput
                ? Record(result, name, activation, [x, result])
                : Record(result, name, activation, [x]);
        }

        private unsafe Tensor Record<TActivation>(Tensor result, string name, TActivation activation, ReadOnlySpan<ToSave> saved)
            where TActivation : unmanaged, IActivation =>
            Tape.Record(result, name, [this], saved, activation, static (node, in activation, gradient) =>
            {
                var fromOutput = node.SavedCount > 1 && node.IsIntact(1);
                var input = node.Saved(fromOutput ? 1 : 0);
                if (fromOutput && LateGradient.Of(node, gradient, input.Impl, activation) is { } late)
                {
                    node.Give(0, late);
                    return;
                }

                using var dy = gradient.Arranged(input.Impl.Layout);
                var dx = New(input.Impl.Shape, ScalarType.Float32, input.Impl.Layout);
                ActivationLoop.Backward(dx.Impl.Count, activation, dy.Floats, input.Impl.Floats, dx.Impl.Floats);
                node.Give(0, dx);
            });

        private static unsafe Tensor Activated<TActivation>(TActivation activation, TensorImpl x) where TActivation : unmanaged, IActivation
        {
            var result = New(x.Shape, ScalarType.Float32, x.Layout);
            ActivationLoop.Forward(x.Count, activation, x.Floats, result.Impl.Floats);
            return result;
        }
    }
}
