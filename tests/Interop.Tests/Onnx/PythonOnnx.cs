using System.ComponentModel;
using System.Diagnostics;

namespace CnnGen.Interop.Tests.Onnx;

/// <summary>
/// A Python with onnx and OpenCV: Debian's python3-onnx and python3-opencv. <c>CNNGEN_PYTHON</c> names the interpreter;
/// <c>CNNGEN_REQUIRE_PYTHON_ONNX=1</c> makes its absence a failure where it is otherwise a skipped test.
/// </summary>
internal static class PythonOnnx
{
    private static readonly Lazy<string?> s_absence = new(static () =>
    {
        try
        {
            (int code, string said) = Run("-c", "import onnx, cv2");
            return code == 0 ? null : $"needs onnx and OpenCV for Python (Debian: python3-onnx, python3-opencv): {said}";
        }
        catch (Win32Exception error)
        {
            return $"needs Python with onnx and OpenCV (Debian: python3-onnx, python3-opencv): {error.Message}";
        }
    });

    /// <summary>Why a test that needs it is to be skipped; null if it is to run.</summary>
    public static string? SkipReason => Environment.GetEnvironmentVariable("CNNGEN_REQUIRE_PYTHON_ONNX") == "1" ? null : s_absence.Value;

    /// <summary>Checks the files of a folder: a line for each fault, and at the end one that counts them.</summary>
    public static string[] Check(string folder)
    {
        (int code, string said) = Run(Path.Combine(AppContext.BaseDirectory, "onnx_check.py"), folder);
        code.ShouldBe(0, said);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Interpreter =>
        Environment.GetEnvironmentVariable("CNNGEN_PYTHON") is { Length: > 0 } chosen ? chosen
        : File.Exists("/usr/bin/python3") ? "/usr/bin/python3"
        : "python3";

    private static (int Code, string Said) Run(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(Interpreter, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> complaints = process.StandardError.ReadToEndAsync();
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? said : said + complaints.Result);
    }
}

/// <summary>A test that needs <see cref="PythonOnnx"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonOnnxFactAttribute : FactAttribute
{
    public PythonOnnxFactAttribute() => Skip = PythonOnnx.SkipReason;
}
