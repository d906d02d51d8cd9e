namespace CnnGen;

/// <summary>What the values of an input are like, channel by channel, or feature by feature of a vector.</summary>
/// <param name="Name">The input.</param>
/// <param name="Mean">The mean of each channel.</param>
/// <param name="Deviation">The standard deviation of each channel: the root of the mean square of what is off the mean.</param>
/// <param name="Count">Values of each channel that this was found from.</param>
public sealed record InputStatistics(string Name, IReadOnlyList<double> Mean, IReadOnlyList<double> Deviation, long Count);
