using System.Globalization;

namespace CnnGen;

/// <summary>How often a checkpoint is written. One more is written when training ends, or is cancelled.</summary>
public sealed record Every
{
    private Every()
    {
    }

    /// <summary>After each epoch.</summary>
    public static Every Epoch { get; } = new Every();

    /// <summary>
    /// As soon as that many seconds have passed since the last one, within an epoch too; less often where writing takes so long that it would be more
    /// than a hundredth of the time.
    /// </summary>
    public static Every Seconds(double seconds) => seconds > 0
        ? new Every { Time = TimeSpan.FromSeconds(seconds) }
        : throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "It must be above 0.");

    /// <summary>After that many steps, counted over all epochs.</summary>
    public static Every Steps(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return new Every { Count = steps };
    }

    internal TimeSpan? Time { get; private init; }

    internal int? Count { get; private init; }

    /// <inheritdoc/>
    public override string ToString() =>
        Time is { } time ? string.Create(CultureInfo.InvariantCulture, $"every {time.TotalSeconds} s")
        : Count is { } count ? string.Create(CultureInfo.InvariantCulture, $"every {count} steps")
        : "every epoch";
}
