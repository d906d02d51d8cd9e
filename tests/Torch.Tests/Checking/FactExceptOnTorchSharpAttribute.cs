namespace CnnGen.Torch.Tests.Checking;

/// <summary>A test that TorchSharp itself fails, with what is wrong there as the reason for skipping it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactExceptOnTorchSharpAttribute : FactAttribute
{
    public FactExceptOnTorchSharpAttribute(string fault)
    {
        if (Backend.IsTorchSharp)
        {
            Skip = fault;
        }
    }
}
