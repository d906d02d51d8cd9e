namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Leads the rates from one share of what they are to another in a straight line.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double _startFactor;
                    private readonly double _endFactor;
                    private readonly int _totalIters;

                    public LinearLR(
                        Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (start_factor is < 0 or > 1) throw new ArgumentException("Starting multiplicative factor expected to be between 0 and 1.");
                        if (end_factor is < 0 or > 1) throw new ArgumentException("Ending multiplicative factor expected to be between 0 and 1.");
                        _startFactor = start_factor;
                        _endFactor = end_factor;
                        _totalIters = total_iters;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0) return Scaled(_startFactor);
                        if (Epoch > _totalIters) return CurrentRates();
                        var rise = _endFactor - _startFactor;
                        return Scaled(1 + (rise / ((_totalIters * _startFactor) + ((Epoch - 1) * rise))));
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        FromBase(start => start * (_startFactor + ((_endFactor - _startFactor) * Math.Min(_totalIters, Epoch) / _totalIters)));
                }
            }
        }
    }
}
