namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Leads the rates to zero along a power of the steps that remain.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly double _totalIters;
                    private readonly double _power;

                    public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1.0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _totalIters = total_iters;
                        _power = power;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        Epoch == 0 || Epoch > _totalIters
                            ? CurrentRates()
                            : Scaled(Math.Pow((1 - (Epoch / _totalIters)) / (1 - ((Epoch - 1) / _totalIters)), _power));

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        FromBase(start => start * Math.Pow(1 - (Math.Min(_totalIters, Epoch) / _totalIters), _power));
                }
            }
        }
    }
}
