using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>RMSprop: steps scaled by the root of the running mean square of the gradients.</summary>
public class RMSProp : OptimizerHelper, optim.IMomentum
{
    private readonly Options _options;

    public RMSProp(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0,
        bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    public RMSProp(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0,
        bool centered = false, bool maximize = false)
        : this(new Options { LearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum, centered = centered, maximize = maximize })
    {
        RequireNotNegative(lr, "learning rate");
        RequireNotNegative(eps, "ε");
        RequireNotNegative(alpha, "alpha");
        RequireNotNegative(momentum, "momentum value");
        RequireNotNegative(weight_decay, "weight_decay value");
        foreach (var group in parameters) add_param_group(group);
    }

    private RMSProp(Options options) : base(options)
    {
        _options = options;
    }

    /// <summary>Setting it sets that of every group.</summary>
    public double Momentum
    {
        get => _options.momentum!.Value;
        set
        {
            _options.momentum = value;
            foreach (var group in _parameter_groups) ((Options)group.Options).momentum = value;
        }
    }

    private protected override OptimizerOptions NewOptions() => new Options();

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override unsafe void Update(OptimizerOptions options, OptimizerState state, TensorImpl parameter, TensorImpl gradient)
    {
        var (o, s) = ((Options)options, (State)state);
        s.step++;
        OptimizerKernels.RmsProp(
            parameter.Count, parameter.Floats, gradient.Floats, OptimizerState.Elements(s.square_avg, parameter),
            OptimizerState.Elements(o.centered == true ? s.grad_avg : null, parameter), OptimizerState.Elements(o.momentum > 0 ? s.momentum_buffer : null, parameter),
            o.LearningRate!.Value, o.alpha!.Value, o.eps!.Value, o.weight_decay!.Value, o.momentum!.Value, o.maximize!.Value);
    }

    /// <summary>The settings.</summary>
    public class Options : OptimizerOptions
    {
        public bool? maximize;

        public double? momentum;

        public double? alpha;

        public double? eps;

        public double? weight_decay;

        public bool? centered;

        private protected override void Go(SettingsPass pass, OptimizerOptions other)
        {
            var their = (Options)other;
            pass.On(ref maximize, their.maximize);
            pass.On(ref momentum, their.momentum);
            pass.On(ref alpha, their.alpha);
            pass.On(ref eps, their.eps);
            pass.On(ref weight_decay, their.weight_decay);
            pass.On(ref centered, their.centered);
        }
    }

    /// <summary>Parameters with settings of their own.</summary>
    public class ParamGroup : ParamGroup<Options>, optim.IMomentum
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0, double momentum = 0.0, bool centered = false)
            : base(parameters, new Options { LearningRate = lr, eps = eps, alpha = alpha, weight_decay = weight_decay, momentum = momentum, centered = centered })
        {
        }

        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }

    /// <summary>The running means of one parameter's gradients.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor square_avg = null!;
        public Tensor momentum_buffer = null!;
        public Tensor grad_avg = null!;

        public State(Parameter parameter) : base(parameter)
        {
        }

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            (square_avg, momentum_buffer, grad_avg) = (Zeros(_parameter), Zeros(_parameter), Zeros(_parameter));
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            square_avg.Save(writer);
            SaveConditionalStateTensor(writer, momentum_buffer);
            SaveConditionalStateTensor(writer, grad_avg);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            square_avg.Load(reader);
            momentum_buffer = LoadOrZeros(reader, momentum_buffer);
            grad_avg = LoadOrZeros(reader, grad_avg);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            square_avg = Copy(other.square_avg, square_avg, _parameter)!;
            momentum_buffer = Copy(other.momentum_buffer, momentum_buffer, _parameter)!;
            grad_avg = Copy(other.grad_avg, grad_avg, _parameter)!;
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && Close(square_avg, state.square_avg) &&
            Close(momentum_buffer, state.momentum_buffer) && Close(grad_avg, state.grad_avg);

        public void Dispose()
        {
            square_avg?.Dispose();
            momentum_buffer?.Dispose();
            grad_avg?.Dispose();
        }

        private Tensor LoadOrZeros(BinaryReader reader, Tensor current)
        {
            Tensor? loaded = current;
            LoadConditionalStateTensor(reader, ref loaded, _parameter.device);
            return Fitted(loaded, _parameter) ?? Zeros(_parameter);
        }
    }
}
