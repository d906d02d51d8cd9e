namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rates of an optimizer's groups, step by step.</summary>
            public abstract class LRScheduler
            {
                /// <summary>How often the schedule has been advanced; making it is the first time.</summary>
                protected int _step_count;

                private readonly bool _verbose;

                protected LRScheduler()
                {
                    Groups = [];
                }

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    Target = optimizer;
                    Groups = [.. optimizer.ParamGroups];
                    Epoch = last_epoch;
                    _verbose = verbose;
                    BaseRates = [.. Groups.Select(group => group.InitialLearningRate)];
                    LastRates = CurrentRates();
                }

                internal Optimizer? Target { get; }

                internal IReadOnlyList<ILearningRateController> Groups { get; }

                /// <summary>The number of the last step; -1 before the first.</summary>
                internal int Epoch { get; set; }

                /// <summary>The rates that the schedule starts from.</summary>
                internal double[] BaseRates { get; } = [];

                internal double[] LastRates { get; set; } = [];

                /// <summary>Goes to the next step.</summary>
                public virtual void step() => step(null);

                /// <summary>Goes to the step of that number, or to the next one.</summary>
                public virtual void step(int? epoch)
                {
                    _step_count++;
                    Epoch = epoch ?? Epoch + 1;
                    var rates = (epoch is null ? get_lr() : get_closed_form_lr()).ToArray();
                    for (var i = 0; i < Groups.Count; i++)
                    {
                        if (_verbose && rates[i] != LastRates[i]) Console.WriteLine($"Adjusting learning rate of group {i} to {rates[i]:e4}.");
                        Groups[i].LearningRate = rates[i];
                    }

                    LastRates = rates;
                }

                /// <summary>Goes to the next step. Most schedules have no use for the metric.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates that the last step has set.</summary>
                public IEnumerable<double> get_last_lr() => LastRates;

                /// <summary>The rates of this step, as they follow from those of the step before.</summary>
                protected virtual IEnumerable<double> get_lr() => CurrentRates();

                /// <summary>The rates of this step, whatever was before.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                private protected double[] CurrentRates() => [.. Groups.Select(group => group.LearningRate)];

                private protected double[] Scaled(double factor) => [.. Groups.Select(group => group.LearningRate * factor)];

                private protected T[] OnePerGroup<T>(IEnumerable<T> values, string name)
                {
                    var array = values.ToArray();
                    return array.Length == Groups.Count ? array : throw new ArgumentException($"Expected {Groups.Count} {name}, but got {array.Length}");
                }

                private protected double[] FromBase(Func<double, double> rate) => Array.ConvertAll(BaseRates, start => rate(start));
            }
        }
    }
}
