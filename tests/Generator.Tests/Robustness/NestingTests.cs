using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Models inside other types, and models with type parameters.</summary>
[Trait("Checklist", "14")]
public class NestingTests
{
    private const string Layers = "[Model] [Input(28, 28, 1)] [Conv2D(4, 3)] [Flatten] [Dense(10, Activation = Activation.Softmax)] [Training<Digits>]";

    private const string Digits = "[ImageData(28, 28, 1, Classes = 10)] internal sealed class Digits { }\n";

    [Theory]
    [InlineData("internal partial class Outer")]
    [InlineData("internal static partial class Outer")]
    [InlineData("internal abstract partial class @class")]
    [InlineData("internal partial struct Outer")]
    [InlineData("internal readonly ref partial struct Outer")]
    [InlineData("internal partial record Outer")]
    [InlineData("internal sealed partial record class Outer(int Size)")]
    [InlineData("internal readonly partial record struct Outer(int Size)")]
    [InlineData("internal partial interface IOuter")]
    [InlineData("internal partial interface IOuter<T, @class> where T : class")]
    [InlineData("internal partial class Outer<T, TKey> where T : System.IComparable<T>, new() where TKey : notnull")]
    public void Any_partial_type_can_hold_a_model(string outer) => ModelCompiler
        .Generate($"{Digits}{outer} {{ {Layers} internal sealed partial class Cnn {{ }} }}").HasNoDiagnostics().Compiles();

    [Theory]
    [InlineData("Cnn<T>")]
    [InlineData("Cnn<T, @class> where T : class, new() where @class : unmanaged")]
    [InlineData("Cnn<System, Tensor>")]
    public void A_model_can_have_type_parameters(string name) => ModelCompiler
        .Generate($"{Digits}{Layers} internal sealed partial class {name} {{ }}").HasNoDiagnostics().Compiles();

    [Fact]
    public void A_model_with_a_mistake_keeps_its_members_there_too() => ModelCompiler.Generate("""
        internal partial struct Outer<T>
        {
            internal static partial class Inner
            {
                [Model] [Input(28, 28, 1)] [Flatten] [Conv2D(4, 3)] internal sealed partial class Cnn<TKey> { }
            }

            internal static string Use() => Inner.Cnn<int>.Summary;
        }
        """).HasDiagnostic("CNN102").HasNoOthers().CompilesHere();

    [Fact]
    public void One_name_in_different_types_and_arities_gives_different_files()
    {
        GeneratorRun run = ModelCompiler.Generate($$"""
            {{Digits}}
            {{Layers}} internal sealed partial class Cnn { }
            {{Layers}} internal sealed partial class Cnn<T> { }
            {{Layers}} internal sealed partial class Cnn<T1, T2> { }
            internal partial class Outer { {{Layers}} internal sealed partial class Cnn { } }
            internal partial class Outer<T> { {{Layers}} internal sealed partial class Cnn { } }
            internal partial class outer<T> { internal partial interface Inner { {{Layers}} internal sealed partial class Cnn<T2> { } } }
            """, RunOptions.Default with { NoWarn = ["CS8981"] }).HasNoDiagnostics().CompilesHere();

        run.Files.Select(file => file.Hint).ShouldBe(
            [
                "Sample.Cnn.g.cs", "Sample.Cnn`1.g.cs", "Sample.Cnn`2.g.cs", "Sample.Outer.Cnn.g.cs", "Sample.Outer`1.Cnn.g.cs",
                "Sample.outer`1.Inner.Cnn`1.g.cs",
            ],
            ignoreOrder: true);
    }

    /// <summary>Roslyn compares without regard to case, and one clash loses every file.</summary>
    [Fact]
    [Trait("Checklist", "13")]
    public void Names_that_differ_in_nothing_but_nesting_and_case_give_different_files()
    {
        GeneratorRun run = ModelCompiler.GenerateFiles([$$"""
            using CnnGen;
            {{Digits}}
            namespace A.B { {{Layers}} internal sealed partial class Cnn { } }
            namespace a { internal static partial class B { {{Layers}} internal sealed partial class Cnn { } } }
            namespace A { internal static partial class b { {{Layers}} internal sealed partial class Cnn { } } }
            """], RunOptions.Default with { NoWarn = ["CS8981"] }).HasNoDiagnostics().CompilesHere();

        run.Files.Count.ShouldBe(3);
        run.Files.Select(file => file.Hint.ToUpperInvariant()).ShouldBeUnique();
        run.Files.ShouldAllBe(file => !file.Hint.Contains('+') && !file.Hint.Contains('<') && !file.Hint.Contains(':'));
    }

    [Fact]
    public void A_nested_and_generic_model_can_be_used_in_another() => ModelCompiler.Generate("""
        internal static partial class Parts
        {
            [Model] [Input(28, 28, 1)] [Conv2D(4, 3)] [Flatten] internal sealed partial class Features<T> { }
        }

        [Model] [Input(28, 28, 1)] [Use<Parts.Features<int>>] [Dense(10)] internal sealed partial class Cnn { }
        """).HasNoDiagnostics().CompilesHere();

    [Fact]
    public void A_generic_model_that_uses_itself_is_told_so() => ModelCompiler.Generate("""
        [Model] [Input(28, 28, 1)] [Use<Cnn<string>>] [Flatten] internal sealed partial class Cnn<T> { }
        """).HasDiagnostic("CNN019").At("Cnn<string>").HasNoOthers().CompilesHere();
}
