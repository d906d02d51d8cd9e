using System.Runtime.InteropServices;

namespace CnnGen.Package.Tests;

/// <summary>
/// A test that needs Linux on x64 and the package TorchSharp-cpu. Nothing is downloaded for it: where NuGet has not got the package yet,
/// the test is reported as skipped, unless <c>CNNGEN_REQUIRE_TORCHSHARP=1</c> makes that a failure.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TorchSharpFactAttribute : FactAttribute
{
    public TorchSharpFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            Skip = "TorchSharp's library is mended for Linux on x64.";
        }
        else if (!File.Exists(TorchSharpPackage.Library) && Environment.GetEnvironmentVariable("CNNGEN_REQUIRE_TORCHSHARP") != "1")
        {
            Skip = "needs TorchSharp-cpu: dotnet restore tests/Torch.Tests -p:TorchBackend=TorchSharp";
        }
    }
}
