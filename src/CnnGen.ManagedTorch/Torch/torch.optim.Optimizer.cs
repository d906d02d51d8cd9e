using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            protected IList<ParamGroup> _parameter_groups = [];

            private protected Optimizer()
            {
            }

            /// <summary>The learning rates, one for each group of parameters.</summary>
            public IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

            /// <summary>Sets every gradient to zero.</summary>
            public virtual void zero_grad()
            {
                for (var i = 0; i < _parameter_groups.Count; i++)
                {
                    foreach (var parameter in _parameter_groups[i].ParametersAsArray()) CnnGen.ManagedTorch.Autograd.Gradients.Clear(parameter.Impl);
                }
            }

            /// <summary>One update of every parameter that has a gradient.</summary>
            /// <param name="closure">Computes the loss anew, with its gradients; the result is returned.</param>
            public virtual Tensor? step(Func<Tensor>? closure = null)
            {
                using var grad = enable_grad();
                return closure?.Invoke();
            }

            public virtual IEnumerable<Parameter> parameters()
            {
                foreach (var group in _parameter_groups)
                {
                    foreach (var parameter in group.Parameters) yield return parameter;
                }
            }

            public virtual void add_param_group(ParamGroup param_group) => _parameter_groups.Add(param_group);

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>Settings and state, in the order of groups and parameters.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                public List<OptimizerOptions> Options { get; } = [];

                public List<OptimizerState> State { get; } = [];

                /// <summary>For each group, the places of its parameters in <see cref="State"/>.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }

        /// <summary>What a learning-rate schedule turns.</summary>
        public interface ILearningRateController
        {
            double LearningRate { get; set; }

            double InitialLearningRate { get; set; }
        }

        /// <summary>An optimizer with a momentum.</summary>
        public interface IMomentum
        {
            double Momentum { get; set; }
        }

        /// <summary>An optimizer with Adam's two decay rates.</summary>
        public interface IBetas
        {
            (double, double) Betas { get; set; }
        }
    }
}
