using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace CnnGen.Torch.Tests.Oracle;

/// <summary>A Python interpreter that has PyTorch loaded and answers one question after the other.</summary>
internal sealed class PyTorchProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _complaints = new();
    private readonly Lock _turn = new();

    public PyTorchProcess(string interpreter, string script)
    {
        var start = new ProcessStartInfo(interpreter, [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        // Meant for TorchSharp's libtorch; PyTorch brings a oneDNN of its own.
        start.Environment.Remove("ONEDNN_MAX_CPU_ISA");
        // As PyTorch's tuning guide asks for: memory once taken is kept. Otherwise every step maps and unmaps its activations, and
        // where page faults are dear most of the time goes into that.
        start.Environment["MALLOC_MMAP_THRESHOLD_"] = "1073741824";
        start.Environment["MALLOC_TRIM_THRESHOLD_"] = "17179869184";
        start.Environment["MALLOC_TOP_PAD_"] = "268435456";
        // Alone it would hardly be faster with more threads, and beside other tests several times as slow: OpenBLAS's wait for each other in loops.
        start.Environment["OMP_NUM_THREADS"] = "1";
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => _complaints.AppendLine(line.Data);
        _process.BeginErrorReadLine();
        ReadLine();
    }

    /// <summary>The values of the wanted expressions; null where PyTorch has none (a gradient that nothing flowed into).</summary>
    public IReadOnlyList<TensorValue?> Ask(Question question)
    {
        lock (_turn)
        {
            Say(question.ToJson());
            var answer = ReadLine();
            return answer["error"] is { } error
                ? throw new PyTorchException($"PyTorch on `{question}`: {error}")
                : [.. answer["values"]!.AsArray().Select(Read)];
        }
    }

    public void Dispose()
    {
        // The script ends with its input.
        _process.StandardInput.Close();
        _process.WaitForExit(TimeSpan.FromSeconds(5));
        _process.Dispose();
    }

    private void Say(string line)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // The interpreter is gone; reading its answer says why.
        }
    }

    private JsonNode ReadLine()
    {
        if (_process.StandardOutput.ReadLine() is { } line)
        {
            return JsonNode.Parse(line)!;
        }

        _process.WaitForExit();
        throw new InterpreterEndedException($"the interpreter ended with code {_process.ExitCode}: {_complaints.ToString().Trim()}");
    }

    private static TensorValue? Read(JsonNode? value) => value is null
        ? null
        : TensorValue.FromBytes(
            (string)value["type"]!,
            [.. value["shape"]!.AsArray().Select(size => (long)size!)],
            Convert.FromBase64String((string)value["data"]!));
}
