namespace CnnGen.Torch.Tests.Checking;

/// <summary>
/// The decisions that make up a random case (sizes, strides, which of several), as a list of small numbers of which zero always
/// stands for the simplest. A case can be made again from its list, and a simpler one from a list of smaller numbers.
/// </summary>
internal sealed class Choices
{
    private readonly IReadOnlyList<long>? _given;
    private readonly Random _random;
    private readonly List<long> _made = [];

    public Choices(Random random) => _random = random;

    /// <summary>Decides as given; whatever is not given, the simplest way.</summary>
    public Choices(IReadOnlyList<long> given) => (_given, _random) = (given, new Random(0));

    /// <summary>What was decided so far.</summary>
    public IReadOnlyList<long> Made => _made;

    /// <summary>One of 0 … <paramref name="count"/> - 1.</summary>
    public long Next(long count)
    {
        var choice = _given is null ? _random.NextInt64(count)
            : _made.Count < _given.Count ? Math.Min(_given[_made.Count], count - 1)
            : 0;
        _made.Add(choice);
        return choice;
    }
}
