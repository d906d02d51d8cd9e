using System.CommandLine;
using System.ComponentModel;
using CnnGen;
using CnnGen.Benchmarks.Backend;
using CnnGen.Benchmarks.Cases;
using CnnGen.Benchmarks.Fixtures;
using CnnGen.Benchmarks.Generator;
using CnnGen.Benchmarks.KerasFiles;
using CnnGen.Benchmarks.Kill;
using CnnGen.Benchmarks.Measuring;
using CnnGen.Benchmarks.Onnx;
using CnnGen.Benchmarks.Peer;
using CnnGen.Benchmarks.Picture;

var root = new RootCommand("Measures CnnGen's networks, alone and beside PyTorch and ONNX Runtime, and compares models with Keras's own answers.")
{
    NetworksCommand.Create(),
    RequestsCommand.Create(),
    KillCommand.Create(),
    OnnxCommand.Create(),
    PeerCommand.Create(),
    BackendCommand.Create(),
    FixturesCommand.Create(),
    KerasFilesCommand.Create(),
    CasesCommand.Create(),
    GeneratorCommand.Create(),
    PictureCommand.Create(),
#if MANAGED_TORCH
    CnnGen.Benchmarks.Kernels.KernelsCommand.Create(),
    CnnGen.Benchmarks.AheadOfTime.AheadOfTimeCommand.Create(),
#endif
};

var parsed = root.Parse(args);
try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false }) is var code && parsed.Errors.Count > 0 ? 2 : code;
}
catch (Exception error) when (error is CnnGenException or InvalidOperationException or IOException or Win32Exception)
{
    Console.Error.WriteLine($"error: {error.Message}");
    return 1;
}
