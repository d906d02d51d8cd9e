using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Blocks, models, data sets and constants of another assembly: compiled, its reference assembly, or as a project in an editor.</summary>
public class ReferencedAssemblyTests
{
    private const string Library = """
        using CnnGen;
        namespace Lib;

        [Block]
        [Conv2D(Arg.Filters, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = "conv")]
        [Conv2D(Arg.Filters, 3, Padding = Pad.Same)]
        [Add("conv")]
        [MaxPooling2D]
        public sealed class Stage;

        [Block]
        [Use<Stage>(Filters = Arg.Filters)]
        [Use<Backbone>]
        public sealed class StageAndBackbone;

        [Model("spine")]
        [Input(16, 16, 8)]
        [Conv2D(8, 3, 5, Activation = Activation.ReLU)]
        [Dropout(0.5)]
        [GlobalAveragePooling2D]
        public sealed partial class Backbone;

        [Model, Input(16, 16, 8), Flatten]
        internal sealed partial class Hidden;

        [Block]
        [Use<Hidden>]
        public sealed class AroundHidden;

        [Model, Input(16, 16, 8), Flatten]
        public sealed partial class Demanding { public required int Size { get; init; } }

        [Model, Input("left", 16, 16, 8), Input("right", 16, 16, 8), Add("left", "right")]
        public sealed partial class Pair;

        [Block]
        [Conv2D(Arg.Filters + 16, Arg.KernelSize)]
        [Conv2D(Arg.Filters * Arg.Expansion, 1)]
        [Conv2D(Sizes.Wide / Arg.Groups, 1)]
        [Reshape(-1, 100 - Arg.Filters * 10)]
        [Dropout(1 - Arg.Rate)]
        public sealed class Computing;

        [Block, Conv2D(Arg.Filters % 3 | 1, 1)]
        public sealed class Remainder;

        [ImageData(32, 32, 3, Classes = 10)]
        public sealed class Pictures;

        public static class Sizes { public const int Side = 32, Filters = 8, Wide = Arg.Filters * 3; public const double Rate = 0.25; }
        """;

    private const string Head = "[Model, Input(Lib.Sizes.Side, Lib.Sizes.Side, 3)]\n";

    public enum Form
    {
        /// <summary>A compiled assembly: a package, or a project in a build that takes no reference assemblies.</summary>
        Compiled,

        /// <summary>What a build compiles against: signatures and attributes.</summary>
        ReferenceAssembly,

        /// <summary>A project beside this one, as editors have it: source.</summary>
        Project,
    }

    public static TheoryData<Form> Forms => [.. Enum.GetValues<Form>()];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_block_a_model_data_and_constants_can_be_used(Form form)
    {
        GeneratorRun run = Generate(form, Head + """
            [Use<Lib.Stage>(Filters = Lib.Sizes.Filters)]
            [Use<Lib.Backbone>(Name = "spine")]
            [Dropout(Lib.Sizes.Rate)]
            [Dense(10, Activation = Activation.Softmax)]
            [Training<Lib.Pictures>]
            internal sealed partial class Cnn;
            """).HasNoDiagnostics().CompilesHere();

        run.File.ShouldContain("new global::Lib.Backbone()");
        run.SummaryConstant().ShouldBe(InOneProject(run));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_block_that_uses_a_model_can_be_used(Form form) => Generate(form, Head + """
        [Use<Lib.StageAndBackbone>(Filters = 8)]
        [Dense(10)]
        internal sealed partial class Cnn;
        """).HasNoDiagnostics().CompilesHere().File.ShouldContain("new global::Lib.Backbone()");

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_block_that_computes_can_be_used(Form form)
    {
        GeneratorRun run = Generate(form, Head + """
            [Use<Lib.Computing>(Filters = 8, KernelSize = 3, Expansion = 6, Groups = 2, Rate = 0.3)]
            internal sealed partial class Cnn;
            """).HasNoDiagnostics().CompilesHere();

        run.SummaryConstant().ShouldBe(InOneProject(run));
        Generate(form, Head + "[Use<Lib.Remainder>(Filters = 8)] internal sealed partial class Cnn;")
            .HasDiagnostic("CNN020").Saying("Arg.Filters % 3 | 1 in 'Remainder' is arithmetic").HasNoOthers();
    }

    /// <summary>The number is all that is left.</summary>
    [Theory]
    [InlineData("Arg.Filters * 4", true)]
    [InlineData("Arg.Filters / 16", true)]
    [InlineData("Arg.Filters + 16", false)]
    public void Of_a_project_without_the_generator_a_block_has_multiples_and_parts(string filters, bool isRead)
    {
        MetadataReference library = Compiled(LibraryCompilation(
            $"namespace Lib; using CnnGen; [Block, Conv2D({filters}, 1)] public sealed class Bare;", References.All));
        GeneratorRun run = Generate(library, Head + "[Use<Lib.Bare>(Filters = 32)] internal sealed partial class Cnn;");
        _ = isRead ? run.HasNoDiagnostics() : run.HasDiagnostic("CNN020").Saying("What filters of [Conv2D] is computed with in 'Bare'").HasNoOthers();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_cannot_be_created_is_refused(Form form)
    {
        Generate(form, "[Model, Input(16, 16, 8), Use<Lib.AroundHidden>, Dense(10)] internal sealed partial class Cnn;")
            .HasDiagnostic("CNN019").At("Lib.AroundHidden").Saying("'Hidden'", "not visible").HasNoOthers().CompilesHere();
        Generate(form, "[Model, Input(16, 16, 8), Use<Lib.Demanding>, Dense(10)] internal sealed partial class Cnn;")
            .HasDiagnostic("CNN019").At("Lib.Demanding").Saying("'Demanding'", "required members").HasNoOthers().CompilesHere();
        Generate(form, "[Model, Input(16, 16, 8), Use<Lib.Pair>, Dense(10)] internal sealed partial class Cnn;")
            .HasDiagnostic("CNN019").At("Lib.Pair").Saying("several inputs").HasNoOthers().CompilesHere();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_does_not_fit_is_told_as_of_ones_own(Form form)
    {
        Generate(form, "[Model, Input(8, 8, 3), Use<Lib.Backbone>, Dense(10)] internal sealed partial class Cnn;")
            .HasDiagnostic("CNN114").Saying("16×16×8", "8×8×3", "Backbone").HasNoOthers().CompilesHere();
        Generate(form, "[Model, Input(1, 1, 3), Use<Lib.Stage>(Filters = 8), Dense(10)] internal sealed partial class Cnn;")
            .HasDiagnostic("CNN101").Saying("max_pooling2d of Stage").HasNoOthers().CompilesHere();
        Generate(form, "[Model, Input(8, 8, 3), Use<Lib.Stage>, Dense(10)] internal sealed partial class Cnn;")
            .HasDiagnostic("CNN020").Saying("Filters").HasNoOthers().CompilesHere();
    }

    /// <summary>The project of the library references CnnGen without its generator.</summary>
    [Fact]
    public void A_model_without_a_network_is_refused()
    {
        MetadataReference library = Compiled(LibraryCompilation("""
            using CnnGen;
            namespace Lib;
            [Model, Input(16, 16, 8), Flatten] public sealed partial class Bare;
            """, References.All));

        Generate(library, "[Model, Input(16, 16, 8), Use<Lib.Bare>, Dense(10)] internal sealed partial class Cnn;")
            .HasDiagnostic("CNN019").At("Lib.Bare").Saying("'Bare'", "'Library'", "no network was generated").HasNoOthers().CompilesHere();
    }

    /// <summary>The library was compiled for the other backend: its models derive from a class that is not there.</summary>
    [Fact]
    public void A_model_of_another_torch_is_refused()
    {
        MetadataReference library = Compiled(LibraryCompilation("""
            using CnnGen;
            using static TorchSharp.torch;
            namespace Lib;
            [Model, Input(16, 16, 8), Flatten] public sealed partial class Foreign() : nn.Module<Tensor, Tensor>("foreign")
            {
                public override Tensor forward(Tensor input) => input;
            }
            """, [.. FrameworkReferences.All, References.CnnGen, References.OtherTorch]));

        Generate(library, "[Model, Input(16, 16, 8), Use<Lib.Foreign>, Dense(10)] internal sealed partial class Cnn;")
            .HasDiagnostic("CNN019").At("Lib.Foreign").Saying("'Foreign'", "a torch that").HasNoOthers();
    }

    /// <summary>A layer that the referenced CnnGen does not have yet: the library was compiled with a later one.</summary>
    [Fact]
    public void A_block_of_a_later_version_is_refused()
    {
        MetadataReference later = Compiled(CSharpCompilation.Create(
            "CnnGen", [CSharpSyntaxTree.ParseText("""
                namespace CnnGen;
                public sealed class BlockAttribute : System.Attribute;
                public abstract class LayerAttribute : System.Attribute;
                public sealed class QuantumConv2DAttribute : LayerAttribute;
                """)],
            FrameworkReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)));
        MetadataReference library = Compiled(LibraryCompilation(
            "namespace Lib; [CnnGen.Block, CnnGen.QuantumConv2D] public sealed class Later;", [.. FrameworkReferences.All, later]));

        Generate(library, "[Model, Input(16, 16, 8), Use<Lib.Later>, Flatten, Dense(10)] internal sealed partial class Cnn;")
            .HasDiagnostic("CNN019").At("Lib.Later").Saying("[QuantumConv2D]", "version of CnnGen", "'Library'").HasNoOthers().CompilesHere();
    }

    /// <summary>Attributes of a package that the program does not reference are not its business.</summary>
    [Fact]
    public void Other_attributes_of_a_library_do_not_matter()
    {
        MetadataReference others = Compiled(CSharpCompilation.Create(
            "Others", [CSharpSyntaxTree.ParseText("namespace Others; public sealed class MarkAttribute : System.Attribute;")],
            FrameworkReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)));
        MetadataReference library = Compiled(LibraryCompilation("""
            using CnnGen;
            namespace Lib;
            [Block, Others.Mark, Conv2D(4, 3)] public sealed class Marked;
            """, [.. References.All, others]));

        Generate(library, "[Model, Input(16, 16, 8), Use<Lib.Marked>, Flatten, Dense(10)] internal sealed partial class Cnn;")
            .HasNoDiagnostics().CompilesHere();
    }

    private static GeneratorRun Generate(Form form, string models)
    {
        CSharpCompilation library = LibraryCompilation(Library, References.All);
        return Generate(form switch
        {
            Form.Compiled => Compiled(library),
            Form.ReferenceAssembly => Compiled(library, new EmitOptions(metadataOnly: true, includePrivateMembers: false)),
            _ => library.ToMetadataReference(),
        }, models);
    }

    private static GeneratorRun Generate(MetadataReference library, string models)
    {
        GeneratorRun run = ModelCompiler.Generate(models, RunOptions.Default with { References = [.. References.All, library] });
        StubTests.HasErrorsWhereStubsAre(run);
        return run;
    }

    /// <summary>The library with what the generator adds to it.</summary>
    private static CSharpCompilation LibraryCompilation(string text, IReadOnlyList<MetadataReference> references)
    {
        bool isComplete = text == Library;
        var options = RunOptions.Default with { References = references, NoWarn = ["CS1591"] };
        CSharpCompilation compilation = ModelCompiler.Compile([text], options).WithAssemblyName("Library");
        return isComplete ? new GeneratorRun(ModelCompiler.CreateDriver(options), compilation, options).HasNoDiagnostics().Output : compilation;
    }

    private static PortableExecutableReference Compiled(CSharpCompilation compilation, EmitOptions? options = null)
    {
        using var image = new MemoryStream();
        compilation.Emit(image, options: options).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>The summary of the same declaration beside the library's own source.</summary>
    private static string InOneProject(GeneratorRun run)
    {
        GeneratorRun whole = ModelCompiler.GenerateFiles([Library, run.Input.SyntaxTrees[0].ToString()]);
        return (string)whole.Output.GetTypeByMetadataName("Sample.Cnn")!.GetMembers("Summary").OfType<IFieldSymbol>().Single().ConstantValue!;
    }
}
