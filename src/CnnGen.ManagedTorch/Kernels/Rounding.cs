namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// What a convolution's rounding errors are small beside. Either way they stay below 1e-5 of the largest value; what
/// differs is a dim place near a bright one.
/// </summary>
internal enum Rounding
{
    /// <summary>
    /// The sum that is rounded. A network trains from such outputs: its optimizer makes full steps of gradients that
    /// are exactly zero but for rounding, so that with <see cref="BesideTheLargest"/> the losses of a network with batch
    /// normalization leave PyTorch's after one step (by 2e-4, and by 6e-2 after thirty, instead of 2e-3).
    /// </summary>
    BesideEach,

    /// <summary>
    /// The largest values near by, which allows Winograd's transforms. For gradients the trainings show no difference,
    /// and where no gradient is wanted nothing amplifies it.
    /// </summary>
    BesideTheLargest,
}
