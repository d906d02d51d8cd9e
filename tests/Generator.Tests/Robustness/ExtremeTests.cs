using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Models at the edges of what anyone would declare.</summary>
public class ExtremeTests
{
    [Fact]
    public void Two_hundred_layers()
    {
        string layers = string.Concat(Enumerable.Range(0, 50).Select(_ =>
            "[Conv2D(4, 3, Padding = Pad.Same)]\n[BatchNormalization]\n[ReLU]\n[Dropout(0.1)]\n"));

        GeneratorRun run = ModelCompiler.Generate($"[Model]\n[Input(8, 8, 4)]\n{layers}public partial class Cnn;").HasNoDiagnostics().CompilesHere();

        run.SummaryConstant().ShouldContain(" conv2d_49 (Conv2D) ");
    }

    [Fact]
    public void A_pixel_can_be_halved_any_number_of_times() => ModelCompiler.Generate(
        $"[Model]\n[Input(1, 1, 1)]\n{string.Concat(Enumerable.Repeat("[MaxPooling2D(2, Padding = Pad.Same)]\n", 70))}public partial class Cnn;")
        .HasNoDiagnostics().CompilesHere();

    /// <summary>A thousand times a thousand times a thousand: followed to the end, this would not end. The first that is too large says so.</summary>
    [Fact]
    public void Models_in_models_in_models_are_counted() => ModelCompiler.Generate("""
        [Model, Input(4)]
        [Use<Second>(Times = 1000)]
        public partial class Cnn;

        [Model, Input(4)]
        [Use<Third>(Times = 1000)]
        public partial class Second;

        [Model, Input(4)]
        [Use<Fourth>(Times = 1000)]
        public partial class Third;

        [Model, Input(4)]
        [Dense(4)]
        public partial class Fourth;
        """).DidNotCrash().Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("CNN110");

    /// <summary>As while typing: what the innermost layer gives is not known.</summary>
    [Fact]
    public void Blocks_in_blocks_of_an_unfinished_layer_are_looked_at_once() => ModelCompiler.Generate("""
        [Model, Input(8, 8, 1)]
        [Use<First>(Times = 1000)]
        public partial class Cnn;

        [Block]
        [Use<Second>(Times = 1000)]
        internal sealed class First;

        [Block]
        [Use<Third>(Times = 1000)]
        internal sealed class Second;

        [Block]
        [Conv2D(unfinished, 3)]
        internal sealed class Third;
        """).DidNotCrash().Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Documentation_of_ones_own_stands_beside_the_generated_one() => ModelCompiler.Generate("""
        /// <summary>My network.</summary>
        /// <remarks>It is good.</remarks>
        [Model]
        [Input(28, 28, 1)]
        [Flatten]
        [Dense(10)]
        public sealed partial class Cnn;
        """).HasNoDiagnostics().Compiles();

    [Theory]
    [InlineData("public partial class Cnn : System.ICloneable { /// <inheritdoc/>\npublic object Clone() => this; }")]
    [InlineData("internal sealed partial class Cnn { internal string Describe() => Summary + ParameterCount; }")]
    [InlineData("[System.Obsolete(\"old\")] internal sealed partial class Cnn;")]
    [InlineData("internal sealed unsafe partial class Cnn;")]
    public void Other_things_on_the_class_are_the_authors_business(string declaration) => ModelCompiler.Generate(
        $"[Model]\n[Input(28, 28, 1)]\n[Flatten]\n[Dense(10)]\n{declaration}").HasNoDiagnostics();

    [Fact]
    public void Parts_without_layers_are_welcome() => ModelCompiler.GenerateFiles([
        "using CnnGen; namespace Sample;\n[Model]\n[Input(28, 28, 1)]\n[Flatten]\n[Dense(10)]\ninternal partial class Cnn;",
        "namespace Sample;\ninternal partial class Cnn { internal static int Answer => 42; }",
        ]).HasNoDiagnostics().CompilesHere();

    [Fact]
    public void Attributes_can_stand_in_one_list() => ModelCompiler.Generate(
        "[Model, Input(28, 28, 1), Conv2D(8, 3), Flatten, Dense(10)] internal partial class Cnn;")
        .HasNoDiagnostics().SummaryConstant().ShouldContain("conv2d (Conv2D)             (None, 26, 26, 8)");

    [Fact]
    public void Attributes_can_be_written_in_full_and_behind_an_alias() => ModelCompiler.GenerateFiles(["""
        using Convolution = CnnGen.Conv2DAttribute;
        namespace Sample;
        [CnnGen.ModelAttribute]
        [global::CnnGen.Input(28, 28, 1)]
        [Convolution(8, 3)]
        [CnnGen.Flatten]
        internal partial class Cnn;
        """]).HasNoDiagnostics().SummaryConstant().ShouldContain("conv2d (Conv2D)             (None, 26, 26, 8)");

    [Fact]
    public void Arguments_can_be_named_reordered_and_constants() => ModelCompiler.Generate("""
        internal static class Sizes
        {
            public const int Filters = 2 * 4;
        }

        [Model]
        [Input(28, 28, 1)]
        [Conv2D(kernelSize: 3, filters: Sizes.Filters)]
        [Dropout(rate: 1.0 / 4)]
        [Flatten]
        internal partial class Cnn;
        """).HasNoDiagnostics().SummaryConstant().ShouldContain("conv2d (Conv2D)             (None, 26, 26, 8)");

    /// <summary>As while it is being typed: what is missing is the compiler's to tell.</summary>
    [Theory]
    [InlineData("internal partial class { }")]
    [InlineData("internal partial class")]
    public void A_class_without_a_name_is_left_alone(string declaration) => ModelCompiler
        .Generate($"[Model]\n[Input(28, 28, 1)]\n[Flatten]\n{declaration}").HasNoDiagnostics().Files.ShouldBeEmpty();

    [Fact]
    public void Two_types_of_one_name_are_left_to_the_compiler() => ModelCompiler.Generate("""
        internal partial class Outer { [Model] [Input(28, 28, 1)] [Flatten] internal partial class Cnn { } }
        internal partial struct Outer { [Model] [Input(28, 28, 1)] [Flatten] internal partial class Cnn { } }
        [Model] [Input(28, 28, 1)] [Flatten] internal partial class Other { }
        """).HasNoDiagnostics().Files.ShouldHaveSingleItem().Hint.ShouldBe("Sample.Other.g.cs");

    [Fact]
    public void No_model_no_file()
    {
        GeneratorRun run = ModelCompiler.Generate("internal sealed class Cnn;").HasNoDiagnostics();

        run.Files.ShouldBeEmpty();
    }
}
