namespace CnnGen.Torch.Tests.Checking;

/// <summary>Which torch the tests run on.</summary>
internal static class Backend
{
    public static bool IsTorchSharp { get; } = typeof(torch).Assembly.GetName().Name == "TorchSharp";
}
