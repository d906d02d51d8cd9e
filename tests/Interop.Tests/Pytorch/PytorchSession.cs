using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace CnnGen.Interop.Tests.Pytorch;

/// <summary>
/// A Python interpreter with PyTorch loaded, one for all tests: loading takes seconds. <c>CNNGEN_PYTHON</c> names the interpreter;
/// <c>CNNGEN_REQUIRE_PYTORCH=1</c> makes its absence a failure where it is otherwise a skipped test.
/// </summary>
internal static class PytorchSession
{
    // Runs each line's code in names of its own, and answers with what it calls 'result'.
    private const string Server = """
        import json, sys, traceback
        import torch
        answers, sys.stdout = sys.stdout, sys.stderr
        print("ready", file=answers, flush=True)
        for line in sys.stdin:
            names = {"__name__": "question"}
            try:
                exec(json.loads(line), names)
                answer = {"result": names.get("result")}
            except BaseException:
                answer = {"error": traceback.format_exc()}
            print(json.dumps(answer), file=answers, flush=True)
        """;

    private static readonly Lock Gate = new();
    private static (Process? Process, string? Absence)? s_started;

    /// <summary>Why a test that needs PyTorch is to be skipped; <see langword="null"/> if it is to run.</summary>
    public static string? SkipReason => IsRequired ? null : Started.Absence;

    /// <summary>The interpreter.</summary>
    public static string Interpreter =>
        Environment.GetEnvironmentVariable("CNNGEN_PYTHON") is { Length: > 0 } chosen ? chosen
        : File.Exists("/usr/bin/python3") ? "/usr/bin/python3"
        : "python3";

    private static bool IsRequired => Environment.GetEnvironmentVariable("CNNGEN_REQUIRE_PYTORCH") == "1";

    private static (Process? Process, string? Absence) Started
    {
        get
        {
            lock (Gate)
            {
                return s_started ??= Start();
            }
        }
    }

    /// <summary>Runs code, and gives what it has set <c>result</c> to.</summary>
    public static JsonNode? Run(string code)
    {
        Process process = Started.Process ?? throw new InvalidOperationException(Started.Absence);
        lock (Gate)
        {
            process.StandardInput.WriteLine(JsonValue.Create(code).ToJsonString());
            process.StandardInput.Flush();
            string line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The interpreter has ended.");
            JsonNode answer = JsonNode.Parse(line)!;
            return answer["error"] is { } error ? throw new InvalidOperationException($"{error}\n{code}") : answer["result"];
        }
    }

    /// <summary>A text as Python writes it.</summary>
    public static string Literal(string text) => JsonValue.Create(text).ToJsonString();

    private static (Process?, string?) Start()
    {
        try
        {
            var start = new ProcessStartInfo(Interpreter, ["-c", Server])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            };
            // Threads that wait for each other in loops take the time of other tests, and of each other.
            start.Environment["OMP_NUM_THREADS"] = "1";
            Process process = Process.Start(start)!;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => process.StandardInput.Close();
            return process.StandardOutput.ReadLine() == "ready" ? (process, null) : (null, "PyTorch cannot be loaded (Debian: python3-torch)");
        }
        catch (Win32Exception error)
        {
            return (null, $"needs Python with PyTorch (Debian: python3-torch; CNNGEN_PYTHON names another interpreter): {error.Message}");
        }
    }
}
