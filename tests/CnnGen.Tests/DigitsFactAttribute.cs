namespace CnnGen.Tests;

/// <summary>A test that needs the real digits.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DigitsFactAttribute : FactAttribute
{
    public DigitsFactAttribute() => Skip = RealDigits.Folder is null ? "The real digits are not there: ../shared/mnist." : null;
}
