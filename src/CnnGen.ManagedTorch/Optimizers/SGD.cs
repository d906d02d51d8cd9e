using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum if wanted.</summary>
public class SGD : OptimizerHelper, optim.IMomentum
{
    private readonly Options _options;

    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
        bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
        bool maximize = false)
        : this(new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize })
    {
        RequireNotNegative(lr, "learning rate");
        RequireNotNegative(momentum, "momentum value");
        RequireNotNegative(weight_decay, "weight_decay value");
        if (nesterov && (momentum <= 0 || dampening != 0)) throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
        foreach (var group in parameters) add_param_group(group);
    }

    private SGD(Options options) : base(options)
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
        var first = s.momentum_buffer is null;
        if (first && o.momentum != 0) s.momentum_buffer = s.NewBuffer();
        OptimizerKernels.Sgd(
            parameter.Count, parameter.Floats, gradient.Floats, OptimizerState.Elements(s.momentum_buffer, parameter),
            o.LearningRate!.Value, o.momentum!.Value, o.dampening!.Value, o.weight_decay!.Value, o.nesterov!.Value, first, o.maximize!.Value);
    }

    /// <summary>The settings.</summary>
    public class Options : OptimizerOptions
    {
        public double? momentum;

        public double? dampening;

        public double? weight_decay;

        public bool? nesterov;

        public bool? maximize;

        private protected override void Go(SettingsPass pass, OptimizerOptions other)
        {
            var their = (Options)other;
            pass.On(ref momentum, their.momentum);
            pass.On(ref dampening, their.dampening);
            pass.On(ref weight_decay, their.weight_decay);
            pass.On(ref nesterov, their.nesterov);
            pass.On(ref maximize, their.maximize);
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
            IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
            bool nesterov = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize })
        {
        }

        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }

    /// <summary>The momentum of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public Tensor? momentum_buffer;

        public State(Parameter parameter) : base(parameter)
        {
        }

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            momentum_buffer = null;
        }

        public override void SaveStateDict(BinaryWriter writer) => SaveConditionalStateTensor(writer, momentum_buffer);

        public override void LoadStateDict(BinaryReader reader)
        {
            var loaded = momentum_buffer;
            LoadConditionalStateTensor(reader, ref loaded, _parameter.device);
            momentum_buffer = Fitted(loaded, _parameter);
        }

        public override void LoadStateDict(OptimizerState source) => momentum_buffer = Copy(((State)source).momentum_buffer, momentum_buffer, _parameter);

        public override bool ApproximatelyEquals(OptimizerState other) => other is State state && Close(momentum_buffer, state.momentum_buffer);

        public void Dispose() => momentum_buffer?.Dispose();

        internal Tensor NewBuffer() => Zeros(_parameter);
    }
}
