using System.Reflection;
using TorchSharp;
using Xunit.Sdk;

namespace CnnGen.Generator.Tests;

/// <summary>Start values and random inputs of a test are the same whichever tests ran before it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SeededAttribute : BeforeAfterTestAttribute
{
    public override void Before(MethodInfo methodUnderTest) => torch.manual_seed(1);
}
