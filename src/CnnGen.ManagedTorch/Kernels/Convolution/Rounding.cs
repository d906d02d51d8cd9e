namespace CnnGen.ManagedTorch.Kernels;

/// <summary>
/// What a convolution's rounding errors are small beside. Either way they stay below 1e-5 of the largest value; what
/// differs is a dim place near a bright one, and how much <see cref="WinogradTransforms">Winograd's transforms</see> save.
/// </summary>
internal enum Rounding
{
    /// <summary>
    /// The outputs beside it in its row, and zeros stay zeros: errors like those of plain sums. A network trains from such
    /// outputs, and its optimizer makes full steps of gradients that are exactly zero but for rounding.
    /// </summary>
    BesideTheRow,

    /// <summary>
    /// The outputs around it. With such outputs in training, the losses of a network with batch normalization could
    /// leave PyTorch's by 2e-4 after one step and by 5e-2 after thirty, where plain sums leave them by 2e-3. For gradients
    /// the trainings show no difference, and where no gradient is wanted nothing amplifies it.
    /// </summary>
    BesideTheTile,
}
