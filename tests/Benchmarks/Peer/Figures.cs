using CnnGen.Benchmarks.Measuring;

namespace CnnGen.Benchmarks.Peer;

/// <summary>What one side reached with one network, in all of its turns.</summary>
/// <param name="name">What the side is called before it has said so itself.</param>
internal sealed class Figures(string name)
{
    private readonly List<NetworkMeasurement> _all = [];

    /// <summary>What was measured, as it calls itself.</summary>
    public string Library => _all.Count == 0 ? name : _all[0].Library;

    public long? Parameters => _all.Select(measurement => measurement.Parameters).FirstOrDefault(count => count is not null);

    public void Add(NetworkMeasurement measurement) => _all.Add(measurement);

    /// <summary>The largest of all measurements; null if there are none.</summary>
    public double? Most(Func<NetworkMeasurement, double?> quantity) => _all.Max(quantity);

    /// <summary>The smallest.</summary>
    public double? Least(Func<NetworkMeasurement, double?> quantity) => _all.Min(quantity);

    /// <summary>Only those with that many threads.</summary>
    public Figures With(int threads)
    {
        var part = new Figures(name);
        part._all.AddRange(_all.Where(measurement => measurement.Threads == threads));
        return part;
    }
}
