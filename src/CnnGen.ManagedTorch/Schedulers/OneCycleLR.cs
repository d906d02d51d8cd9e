using CnnGen.ManagedTorch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Leads the rates up to their most and down to next to nothing over a whole training, and the momentum the other way.</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly int _totalSteps;
                    private readonly Phase[] _phases;
                    private readonly AnnealStrategy _strategy;
                    private readonly Momentum[]? _momenta;

                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95,
                        double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, optimizer.ParamGroups.Select(_ => max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                            optimizer.ParamGroups.Select(_ => base_momentum), optimizer.ParamGroups.Select(_ => max_momentum), div_factor, final_div_factor,
                            three_phase, last_epoch, verbose)
                    {
                    }

                    /// <param name="max_lr">The most of each group.</param>
                    /// <param name="total_steps">The steps of the training; or else give the next two.</param>
                    /// <param name="pct_start">The share of the steps that go up.</param>
                    /// <param name="div_factor">The most, divided by the first rate.</param>
                    /// <param name="final_div_factor">The first rate, divided by the last.</param>
                    /// <param name="three_phase">Whether the way down stops over at the first rate.</param>
                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null,
                        IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (pct_start is < 0 or > 1) throw new ArgumentException($"Expected float between 0 and 1 for pct_start, but got {pct_start}");
                        _totalSteps = Steps(total_steps, epochs, steps_per_epoch);
                        _strategy = anneal_strategy;
                        var most = OnePerGroup(max_lr, nameof(max_lr));
                        var first = Array.ConvertAll(most, rate => rate / div_factor);
                        var last = Array.ConvertAll(first, rate => rate / final_div_factor);
                        _phases = three_phase
                            ?
                            [
                                new((pct_start * _totalSteps) - 1, first, most, true, false),
                                new((2 * pct_start * _totalSteps) - 2, most, first, false, true),
                                new(_totalSteps - 1, first, last, true, true),
                            ]
                            :
                            [
                                new((pct_start * _totalSteps) - 1, first, most, true, false),
                                new(_totalSteps - 1, most, last, false, true),
                            ];
                        if (last_epoch == -1)
                        {
                            for (var i = 0; i < Groups.Count; i++) Groups[i].InitialLearningRate = first[i];
                        }

                        if (cycle_momentum)
                        {
                            if (optimizer is not (IMomentum or IBetas)) throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled");
                            _momenta = Momentum.OfGroups(Groups, base_momentum, 0.85, max_momentum, 0.95);
                        }

                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch > _totalSteps)
                            throw new InvalidOperationException($"Tried to step {Epoch + 1} times. The specified number of total steps is {_totalSteps}");
                        var number = Array.FindIndex(_phases, phase => Epoch <= phase.End);
                        if (number < 0) number = _phases.Length - 1;
                        var begin = number == 0 ? 0 : _phases[number - 1].End;
                        var current = _phases[number];
                        var share = (Epoch - begin) / (current.End - begin);
                        foreach (var momentum in _momenta ?? [])
                            momentum.Set(Between(momentum.Bound(current.FromMost), momentum.Bound(current.ToMost), share));
                        return current.Start.Zip(current.Finish, (start, finish) => Between(start, finish, share));
                    }

                    private double Between(double start, double end, double share) =>
                        _strategy == AnnealStrategy.Cos
                            ? end + ((start - end) / 2 * (Math.Cos(Math.PI * share) + 1))
                            : ((end - start) * share) + start;

                    private static int Steps(int total, int epochs, int perEpoch)
                    {
                        if (total == -1 && epochs == -1 && perEpoch == -1)
                            throw new ArgumentException("You must define either total_steps OR (epochs AND steps_per_epoch)");
                        if (total != -1) return Positive(total, "total_steps");
                        return Positive(epochs, "epochs") * Positive(perEpoch, "steps_per_epoch");
                    }

                    private static int Positive(int value, string name) =>
                        value > 0 ? value : throw new ArgumentException($"Expected positive integer {name}, but got {value}");

                    /// <param name="End">The phase's last step.</param>
                    /// <param name="Start">The rates that it begins with.</param>
                    /// <param name="Finish">The rates that it ends with.</param>
                    /// <param name="FromMost">Whether the momentum begins at its most.</param>
                    /// <param name="ToMost">Whether the momentum ends there.</param>
                    private sealed record Phase(double End, double[] Start, double[] Finish, bool FromMost, bool ToMost);

                    /// <summary>The shape of the way from one rate to another.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Half a wave.</summary>
                        Cos,

                        /// <summary>A straight line.</summary>
                        Linear,
                    }
                }
            }
        }
    }
}
