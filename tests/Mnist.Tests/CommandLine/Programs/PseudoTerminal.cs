using System.Diagnostics;
using System.Text;
using Xunit;

namespace CnnGen.Samples.Mnist.Tests.CommandLine;

/// <summary>The sample on a terminal of 100×30 characters that a test types on: util-linux's <c>script</c> makes one.</summary>
internal sealed class PseudoTerminal : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task _reading;

    /// <param name="arguments">The sample's arguments.</param>
    /// <param name="outputFile">A file that standard output goes to; the terminal itself without one.</param>
    public PseudoTerminal(string[] arguments, string? outputFile = null)
    {
        string program = string.Join(' ', arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "Mnist.dll")).Select(argument => $"'{argument}'"));
        program += outputFile is null ? "" : $" > '{outputFile}'";
        var start = new ProcessStartInfo("script", ["-qefc", $"stty cols 100 rows 30; exec env --default-signal=INT dotnet {program}", "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["CNNGEN_MNIST_DIR"] = SampleProgram.Digits;
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("NO_COLOR");
        _process = Process.Start(start)!;
        _reading = Task.Run(Read);
    }

    /// <summary>What the terminal was sent so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public void WaitFor(string text)
    {
        var watch = Stopwatch.StartNew();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            if (_process.HasExited || watch.Elapsed > Patience)
            {
                throw new TimeoutException($"The terminal did not show '{text}'. Output:\n{Output}");
            }

            Thread.Sleep(20);
        }
    }

    public void Type(string keys)
    {
        _process.StandardInput.Write(keys);
        _process.StandardInput.Flush();
    }

    /// <summary>Waits for the program's end and gives its exit code.</summary>
    public int WaitForExit()
    {
        if (!_process.WaitForExit(Patience))
        {
            throw new TimeoutException($"The program did not end. Output:\n{Output}");
        }

        _reading.Wait();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Read()
    {
        var buffer = new char[4096];
        int read;
        while ((read = _process.StandardOutput.Read(buffer)) > 0)
        {
            lock (_output)
            {
                _output.Append(buffer, 0, read);
            }
        }
    }
}

/// <summary>A test that needs a terminal.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute() => Skip = File.Exists("/usr/bin/script") && OperatingSystem.IsLinux() ? null : "There is no util-linux script.";
}
