using CnnGen.ManagedTorch;
using CnnGen.ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adagrad: steps get smaller as the squares of the gradients add up.</summary>
public class Adagrad : OptimizerHelper
{
    public Adagrad(
        IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0,
        double eps = 1e-10)
        : this([new ParamGroup { Parameters = parameters }], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
    {
    }

    public Adagrad(
        IEnumerable<ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0,
        double eps = 1e-10)
        : base(new Options
        {
            LearningRate = lr,
            lr_decay = lr_decay,
            weight_decay = weight_decay,
            initial_accumulator_value = initial_accumulator_value,
            eps = eps,
        })
    {
        RequireNotNegative(lr, "learning rate");
        RequireNotNegative(eps, "ε");
        RequireNotNegative(lr_decay, "lr_decay value");
        RequireNotNegative(weight_decay, "weight_decay value");
        RequireNotNegative(initial_accumulator_value, "initial_accumulator_value");
        foreach (var group in parameters) add_param_group(group);
    }

    private protected override OptimizerOptions NewOptions() => new Options();

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override unsafe void Update(OptimizerOptions options, OptimizerState state, TensorImpl parameter, TensorImpl gradient)
    {
        var (o, s) = ((Options)options, (State)state);
        s.step++;
        var rate = o.LearningRate!.Value / (1 + ((s.step - 1) * o.lr_decay!.Value));
        AdagradKernel.Step(parameter.Count, parameter.Floats, gradient.Floats, OptimizerState.Elements(s.sum, parameter), rate, o.eps!.Value, o.weight_decay!.Value);
    }

    /// <summary>The settings.</summary>
    public class Options : OptimizerOptions
    {
        public double? lr_decay;

        public double? initial_accumulator_value;

        public double? eps;

        public double? weight_decay;

        private protected override void Go(SettingsPass pass, OptimizerOptions other)
        {
            var their = (Options)other;
            pass.On(ref lr_decay, their.lr_decay);
            pass.On(ref initial_accumulator_value, their.initial_accumulator_value);
            pass.On(ref eps, their.eps);
            pass.On(ref weight_decay, their.weight_decay);
        }
    }

    /// <summary>Parameters with settings of their own.</summary>
    public class ParamGroup : ParamGroup<Options>
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0,
            double eps = 1e-10)
            : base(parameters, new Options
            {
                LearningRate = lr,
                lr_decay = lr_decay,
                weight_decay = weight_decay,
                initial_accumulator_value = initial_accumulator_value,
                eps = eps,
            })
        {
        }
    }

    /// <summary>The sum of one parameter's squared gradients.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor sum = null!;

        public State(Parameter parameter) : base(parameter)
        {
        }

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            sum = Zeros(_parameter).fill_(((Options)options).initial_accumulator_value!.Value);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            sum.Save(writer);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            sum.Load(reader);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            sum = Copy(other.sum, sum, _parameter)!;
        }

        public override bool ApproximatelyEquals(OptimizerState other) => other is State state && step == state.step && Close(sum, state.sum);

        public void Dispose() => sum?.Dispose();
    }
}
