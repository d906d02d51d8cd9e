using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CnnGen.Benchmarks.Peer;

/// <summary>What figures of speed depend on.</summary>
internal static class MachineDescription
{
    /// <summary>One Markdown list.</summary>
    public static string Text(string peer) =>
        $"""
        - {Processor()}, {Environment.ProcessorCount} logical processors, vectors of {VectorBits()} bits
        - {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {peer}
        - {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}
        """;

    private static string Processor()
    {
        const string Information = "/proc/cpuinfo";
        var line = File.Exists(Information)
            ? File.ReadLines(Information).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    private static int VectorBits() =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 32;
}
