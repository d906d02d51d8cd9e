using System;
using System.Collections.Generic;
using System.Globalization;

namespace CnnGen;

/// <summary>Memory as Keras writes it: <c>readable_memory_size</c>.</summary>
internal static class MemorySize
{
    private const int BytesPerParameter = 4;

    private static readonly string[] Units = { "KB", "MB", "GB", "TB", "PB" };

    /// <summary>A number of bytes: <c>256.00 Byte</c>, <c>1.75 KB</c>.</summary>
    /// <param name="bytes">How many.</param>
    /// <param name="unit">What less than a kilobyte is counted in: Keras 2 says <c>Byte</c>, Keras 3 <c>B</c>.</param>
    public static string Text(long bytes, string unit)
    {
        // Decimal keeps the quotient exact enough for Python's rounding, half to even, on every host the generator runs in.
        decimal value = bytes;
        foreach (string next in Units)
        {
            if (value < 1024)
            {
                break;
            }

            value /= 1024;
            unit = next;
        }

        return Math.Round(value, 2, MidpointRounding.ToEven).ToString("0.00", CultureInfo.InvariantCulture) + " " + unit;
    }

    /// <summary>The three lines below a table: <c>Total params: 40 (160.00 Byte)</c>.</summary>
    /// <param name="rows">All layers.</param>
    /// <param name="numbers">How a number is written.</param>
    /// <param name="unit">See <see cref="Text"/>.</param>
    public static IEnumerable<string> Totals(IReadOnlyList<KerasRow> rows, string numbers, string unit)
    {
        long total = 0;
        long trainable = 0;
        foreach (KerasRow row in rows)
        {
            total += row.Parameters;
            trainable += row.TrainableParameters;
        }

        yield return Line("Total", total);
        yield return Line("Trainable", trainable);
        yield return Line("Non-trainable", total - trainable);

        string Line(string title, long count) =>
            title + " params: " + count.ToString(numbers, CultureInfo.InvariantCulture)
            + " (" + Text(count * BytesPerParameter, unit) + ")";
    }
}
