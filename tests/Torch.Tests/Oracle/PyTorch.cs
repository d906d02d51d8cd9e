using System.ComponentModel;

namespace CnnGen.Torch.Tests.Oracle;

/// <summary>
/// The PyTorch that the tests compare with: Debian's python3-torch or any other. <c>CNNGEN_PYTHON</c> names the interpreter;
/// <c>CNNGEN_REQUIRE_PYTORCH=1</c> makes its absence a failure where it is otherwise a skipped test.
/// </summary>
internal static class PyTorch
{
    private static readonly Lock Gate = new();
    private static (PyTorchProcess? Process, string? Absence)? s_started;

    /// <summary>Why a test that needs PyTorch is to be skipped; null if it is to run.</summary>
    public static string? SkipReason => IsRequired ? null : Started.Absence;

    /// <summary>Asks it. If a question kills the interpreter, the next one finds another.</summary>
    public static IReadOnlyList<TensorValue?> Ask(Question question)
    {
        try
        {
            return (Started.Process ?? throw new PyTorchException(Started.Absence!)).Ask(question);
        }
        catch (InterpreterEndedException)
        {
            s_started = null;
            throw;
        }
    }

    private static bool IsRequired => Environment.GetEnvironmentVariable("CNNGEN_REQUIRE_PYTORCH") == "1";

    private static string Interpreter =>
        Environment.GetEnvironmentVariable("CNNGEN_PYTHON") is { Length: > 0 } chosen ? chosen
        : File.Exists("/usr/bin/python3") ? "/usr/bin/python3"
        : "python3";

    private static (PyTorchProcess? Process, string? Absence) Started
    {
        get
        {
            lock (Gate)
            {
                return s_started ??= Start();
            }
        }
    }

    private static (PyTorchProcess?, string?) Start()
    {
        try
        {
            var process = new PyTorchProcess(Interpreter, Path.Combine(AppContext.BaseDirectory, "oracle.py"));
            AppDomain.CurrentDomain.ProcessExit += (_, _) => process.Dispose();
            return (process, null);
        }
        catch (Exception error) when (error is PyTorchException or Win32Exception)
        {
            return (null, $"needs PyTorch (Debian: python3-torch; CNNGEN_PYTHON names another interpreter): {error.Message}");
        }
    }
}
