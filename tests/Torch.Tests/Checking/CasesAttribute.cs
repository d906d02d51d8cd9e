using System.Reflection;
using Xunit.Sdk;

namespace CnnGen.Torch.Tests.Checking;

/// <summary>Runs a test with the case numbers 1 to <paramref name="count"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CasesAttribute(int count) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Enumerable.Range(1, count).Select(number => new object[] { number });
}
