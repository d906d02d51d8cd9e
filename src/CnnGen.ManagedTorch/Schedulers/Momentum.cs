using static TorchSharp.torch;

namespace CnnGen.ManagedTorch;

/// <summary>The momentum of a group, or Adam's first decay rate, and the bounds that a schedule keeps it between.</summary>
internal sealed record Momentum(optim.ILearningRateController Group, double Least, double Most)
{
    public static Momentum[] OfGroups(
        IReadOnlyList<optim.ILearningRateController> groups, IEnumerable<double>? least, double usualLeast, IEnumerable<double>? most, double usualMost) =>
        [.. groups.Select((group, i) => new Momentum(group, least?.ElementAt(i) ?? usualLeast, most?.ElementAt(i) ?? usualMost))];

    public double Bound(bool most) => most ? Most : Least;

    public void Set(double value)
    {
        if (Group is optim.IBetas betas) betas.Betas = (value, betas.Betas.Item2);
        else if (Group is optim.IMomentum momentum) momentum.Momentum = value;
    }
}
