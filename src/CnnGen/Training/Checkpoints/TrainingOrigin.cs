using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace CnnGen;

/// <summary>With what a checkpoint was made. It does not decide whether a training may go on, but may explain why bits differ.</summary>
internal static class TrainingOrigin
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(ITrainableModel model) =>
    [
        new("CnnGen", Version(typeof(TrainingOrigin).Assembly)),
        new("model", $"{model.GetType().FullName} {Version(model.GetType().Assembly)}"),
        new(".NET", Environment.Version.ToString()),
        new("system", RuntimeInformation.OSDescription),
        new("processor", $"{Processor()}, {RuntimeInformation.ProcessArchitecture}{(Avx512F.IsSupported ? ", AVX-512" : Avx2.IsSupported ? ", AVX2" : "")}"),
        new("cores", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)),
    ];

    private static string Version(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version?.ToString() ?? "";

    private static string Processor()
    {
        const string CpuInfo = "/proc/cpuinfo";
        const string ModelName = "model name";
        if (Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") is { Length: > 0 } identifier)
        {
            return identifier;
        }

        try
        {
            return File.Exists(CpuInfo) && File.ReadLines(CpuInfo).FirstOrDefault(static line => line.StartsWith(ModelName, StringComparison.Ordinal)) is { } line
                ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
                : "unknown";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "unknown";
        }
    }
}
