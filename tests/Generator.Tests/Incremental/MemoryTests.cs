using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>The generator keeps nothing alive that its user has let go of.</summary>
[Trait("Checklist", "25")]
public class MemoryTests
{
    [Fact]
    public void No_compilation_outlives_the_driver() => IsCollected(RunOnce()).ShouldBeTrue();

    /// <summary>An editor keeps its driver for hours and makes a compilation for every key that is pressed.</summary>
    [Fact]
    public void No_old_compilation_outlives_an_edit()
    {
        GeneratorDriver driver = ModelCompiler.CreateDriver(RunOptions.Default);

        (WeakReference first, driver) = RunAndEdit(driver);

        IsCollected(first).ShouldBeTrue();
        GC.KeepAlive(driver);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunOnce() => new(ModelCompiler.Generate(Notebook.StridedSameCnn).Input);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference First, GeneratorDriver Driver) RunAndEdit(GeneratorDriver driver)
    {
        CSharpCompilation compilation = ModelCompiler.Compile([ModelCompiler.Usings + Notebook.StridedSameCnn, "class Other { }"], RunOptions.Default);
        driver = driver.RunGenerators(compilation);
        var first = new WeakReference(compilation);
        compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], ModelCompiler.ParseFile("class Edited { }", 1, RunOptions.Default));
        return (first, driver.RunGenerators(compilation));
    }

    private static bool IsCollected(WeakReference reference)
    {
        for (int i = 0; i < 5 && reference.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return !reference.IsAlive;
    }
}
