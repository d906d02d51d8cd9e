using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam with weight decay apart from the gradient.</summary>
public class AdamW : OptimizerHelper, optim.IBetas
{
    private readonly Options _options;

    public AdamW(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
        bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public AdamW(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0,
        bool amsgrad = false, bool maximize = false)
        : this(new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize })
    {
        RequireShare(beta1, "beta1 value");
        RequireShare(beta2, "beta2 value");
        RequireNotNegative(lr, "learning rate");
        RequireNotNegative(eps, "ε");
        RequireNotNegative(weight_decay, "weight_decay value");
        foreach (var group in parameters) add_param_group(group);
    }

    private AdamW(Options options) : base(options)
    {
        _options = options;
    }

    /// <summary>Decay rates of the mean and of the mean square. Setting them sets those of every group.</summary>
    public (double, double) Betas
    {
        get => (_options.beta1!.Value, _options.beta2!.Value);
        set
        {
            (_options.beta1, _options.beta2) = value;
            foreach (var group in _parameter_groups) (((Options)group.Options).beta1, ((Options)group.Options).beta2) = value;
        }
    }

    private protected override OptimizerOptions NewOptions() => new Options();

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override unsafe void Update(OptimizerOptions options, OptimizerState state, TensorImpl parameter, TensorImpl gradient)
    {
        var (o, s) = ((Options)options, (State)state);
        s.step++;
        OptimizerKernels.AdamW(
            parameter.Count, parameter.Floats, gradient.Floats, OptimizerState.Elements(s.exp_avg, parameter),
            OptimizerState.Elements(s.exp_avg_sq, parameter), OptimizerState.Elements(s.max_exp_avg_sq, parameter),
            o.LearningRate!.Value, o.beta1!.Value, o.beta2!.Value, o.eps!.Value, o.weight_decay!.Value, s.step, o.maximize!.Value);
    }

    /// <summary>The settings.</summary>
    public class Options : OptimizerOptions
    {
        public double? beta1;

        public double? beta2;

        public double? weight_decay;

        public double? eps;

        public bool? amsgrad;

        public bool? maximize;

        private protected override void Go(SettingsPass pass, OptimizerOptions other)
        {
            var their = (Options)other;
            pass.On(ref beta1, their.beta1);
            pass.On(ref beta2, their.beta2);
            pass.On(ref eps, their.eps);
            pass.On(ref weight_decay, their.weight_decay);
            pass.On(ref amsgrad, their.amsgrad);
            pass.On(ref maximize, their.maximize);
        }
    }

    /// <summary>Parameters with settings of their own.</summary>
    public class ParamGroup : ParamGroup<Options>, optim.IBetas
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize })
        {
        }

        public (double, double) Betas
        {
            get => (Options.beta1!.Value, Options.beta2!.Value);
            set => (Options.beta1, Options.beta2) = value;
        }
    }

    /// <summary>The running means of one parameter's gradients.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor exp_avg = null!;
        public Tensor exp_avg_sq = null!;
        public Tensor? max_exp_avg_sq;

        public State(Parameter parameter) : base(parameter)
        {
        }

        private AdamMoments Moments => new(ref step, ref exp_avg, ref exp_avg_sq, ref max_exp_avg_sq);

        public override void Initialize(OptimizerOptions options) => Moments.Start(_parameter, ((Options)options).amsgrad == true);

        public override void SaveStateDict(BinaryWriter writer) => Moments.Save(writer);

        public override void LoadStateDict(BinaryReader reader) => Moments.Load(reader, _parameter);

        public override void LoadStateDict(OptimizerState source) => Moments.Copy(((State)source).Moments, _parameter);

        public override bool ApproximatelyEquals(OptimizerState other) => other is State state && Moments.IsCloseTo(state.Moments);

        public void Dispose() => Moments.Dispose();
    }
}
