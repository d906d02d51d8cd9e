using System.Diagnostics;
using System.Text;

namespace CnnGen.Samples.Mnist.Tests;

/// <summary>A started program whose output can be watched.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly TimeSpan _patience;
    private readonly StringBuilder _output = new();
    private readonly Task<string> _error;
    private readonly Task _reading;

    public RunningProgram(Process process, TimeSpan patience)
    {
        _process = process;
        _patience = patience;
        process.StandardInput.Close();
        _error = process.StandardError.ReadToEndAsync();
        _reading = Task.Run(ReadOutput);
    }

    /// <summary>Waits until a line of the output contains the text.</summary>
    public void WaitForOutput(string text)
    {
        var watch = Stopwatch.StartNew();
        while (!Output().Contains(text, StringComparison.Ordinal))
        {
            if (_process.HasExited || watch.Elapsed > _patience)
            {
                throw new TimeoutException($"The program did not print '{text}'. Output:\n{Output()}\nError:\n{_error.Result}");
            }

            Thread.Sleep(20);
        }
    }

    /// <summary>What Ctrl+C sends.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString()]);
        kill.WaitForExit();
    }

    /// <summary>Ends the program without giving it time for anything, and says which process it was.</summary>
    public int Kill()
    {
        _process.Kill();
        _process.WaitForExit();
        return _process.Id;
    }

    public ProgramResult WaitForResult()
    {
        if (!_process.WaitForExit(_patience))
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program did not end. Output:\n{Output()}");
        }

        _reading.Wait();
        return new ProgramResult(_process.ExitCode, Output(), _error.Result);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private string Output()
    {
        lock (_output)
        {
            return _output.ToString();
        }
    }

    private void ReadOutput()
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
