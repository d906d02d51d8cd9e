using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using CnnGen.Benchmarks.Measuring;

namespace CnnGen.Benchmarks.AheadOfTime;

/// <summary>The program of the folder <c>Program</c>, published as the README says.</summary>
internal sealed class PublishedProgram : IDisposable
{
    private static readonly string s_sources = Path.Combine(AppContext.BaseDirectory, "AheadOfTime");

    private static readonly string s_digits = Path.Combine(AppContext.BaseDirectory, "Digits");

    private readonly BuiltProject _project;

    private readonly string _weights;

    private PublishedProgram(params string[] options)
    {
        _project = new BuiltProject(
            "<OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings><InvariantGlobalization>true</InvariantGlobalization>",
            $"""<Import Project="{Path.Combine(s_sources, "CnnGen.ManagedTorch.targets")}" />""");
        _weights = Path.Combine(_project.Folder, "weights.safetensors");
        foreach (var source in Directory.GetFiles(s_sources, "*.cs")) _project.Write(Path.GetFileName(source), File.ReadAllText(source));
        _project.Run(["publish", "-c", "Release", "-o", "published", "-r", RuntimeInformation.RuntimeIdentifier, "-v", "q", "-nologo", .. options]);
    }

    /// <summary>As a program is by default: the runtime compiles it while it runs.</summary>
    public static PublishedProgram ForTheRuntime() => new("--self-contained", "false");

    /// <summary>With the README's switches.</summary>
    public static PublishedProgram AheadOfTime() => new(
        "-p:PublishAot=true", "-p:StackTraceSupport=false", "-p:UseSystemResourceKeys=true", "-p:IlcFoldIdenticalMethodBodies=true");

    /// <summary>The size of the executable.</summary>
    public long Bytes => new FileInfo(Executable).Length;

    private string Executable => Path.Combine(_project.Folder, "published", OperatingSystem.IsWindows() ? "Project.exe" : "Project");

    /// <summary>What the last training has learned.</summary>
    public byte[] Weights => File.ReadAllBytes(_weights);

    /// <summary>Trains from the start: the images a second of the later half of the epochs.</summary>
    public double[] Train(int epochs)
    {
        var speeds = Run("train", s_digits, epochs.ToString(CultureInfo.InvariantCulture), _weights).Split(' ');
        return [.. speeds.Skip(epochs / 2).Select(static speed => double.Parse(speed, CultureInfo.InvariantCulture))];
    }

    /// <summary>The time from the start of the process until it has answered, with the weights of the last training.</summary>
    public TimeSpan FirstAnswer()
    {
        var start = Stopwatch.GetTimestamp();
        Run("predict", _weights);
        return Stopwatch.GetElapsedTime(start);
    }

    public void Dispose() => _project.Dispose();

    private string Run(params string[] arguments) => MeasurementProcess.Run([Executable], arguments);
}
