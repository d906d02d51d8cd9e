using Microsoft.CodeAnalysis;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>One cause is told once; causes that have nothing to do with each other are all told.</summary>
public class SeveralErrorsTests
{
    [Fact]
    public void The_layers_after_one_that_does_not_fit_are_not_blamed() => Generate("""
        [Model]
        [Input(28, 28, 1)]
        [Conv2D(32, 29)]
        [Conv2D(32, 29)]
        [MaxPooling2D(40)]
        [Flatten]
        [Dense(10, InputFeatures = 7)]
        [Expect(11)]
        public partial class Cnn;
        """)
        .HasDiagnostic("CNN101").At("29").Saying("conv2d cannot fit").HasNoOthers();

    [Fact]
    public void A_wrong_argument_does_not_hide_another_layers_wrong_argument() => Generate("""
        [Model]
        [Input(28, 28, 1)]
        [Conv2D(0, 3)]
        [Dropout(25)]
        [Dense(-1)]
        public partial class Cnn;
        """)
        .HasDiagnostic("CNN104").At("0").In("Conv2D(0, 3)")
        .HasDiagnostic("CNN104").At("25").In("Dropout(25)")
        .HasDiagnostic("CNN104").At("-1").In("Dense(-1)")
        .HasNoOthers();

    [Fact]
    public void Two_wrong_arguments_of_one_layer_are_both_told() => Generate("""
        [Model]
        [Input(28, 28, 1)]
        [Conv2D(0, 3, Strides = -2)]
        public partial class Cnn;
        """)
        .HasDiagnostic("CNN104").At("0").HasDiagnostic("CNN104").At("Strides = -2").HasNoOthers();

    [Fact]
    public void Nothing_follows_from_a_wrong_input() => Generate("""
        [Model]
        [Input(28, 0, 1)]
        [Conv2D(32, 29)]
        [Flatten]
        [Dense(10, InputFeatures = 7)]
        [Training<Digits>]
        public partial class Cnn;

        [ImageData(28, 28, 1, Classes = 3)]
        internal sealed class Digits;
        """)
        .HasDiagnostic("CNN103").At("0").HasNoOthers();

    [Fact]
    public void Nothing_follows_from_a_missing_input() => Generate("""
        [Model]
        [Conv2D(32, 29)]
        [Dense(10)]
        public partial class Cnn;
        """)
        .HasDiagnostic("CNN006").At("Cnn").HasNoOthers();

    [Fact]
    public void Every_wrong_model_of_a_file_is_told() => Generate("""
        [Model]
        [Input(28, 28, 1)]
        [Conv2D(32, 29)]
        public partial class First;

        [Model]
        [Input(28, 28, 1)]
        [Flatten]
        public partial class Second;

        [Model]
        [Input(28, 28, 1)]
        [Flatten]
        [MaxPooling2D]
        public partial class Third;
        """)
        .HasDiagnostic("CNN101").At("29").HasDiagnostic("CNN102").At("MaxPooling2D").HasNoOthers();

    [Fact]
    public void Training_and_layers_are_told_apart() => Generate("""
        [Model]
        [Input(28, 28, 1)]
        [Conv2D(32, 29)]
        [Flatten]
        [Dense(10)]
        [Training<Digits>(BatchSize = 0)]
        public partial class Cnn;

        [ImageData(28, 28, 1, Classes = 10)]
        internal sealed class Digits;
        """)
        .HasDiagnostic("CNN101").At("29").HasDiagnostic("CNN208").At("BatchSize = 0").HasNoOthers();

    [Fact]
    public void Output_that_does_not_fit_the_data_is_not_told_where_the_chain_is_broken() => Generate("""
        [Model]
        [Input(28, 28, 1)]
        [Flatten]
        [Conv2D(32, 3)]
        [Dense(7)]
        [Training<Digits>]
        public partial class Cnn;

        [ImageData(28, 28, 1, Classes = 10)]
        internal sealed class Digits;
        """)
        .HasDiagnostic("CNN102").At("Conv2D(32, 3)").HasNoOthers();

    [Fact]
    public void A_name_that_is_taken_does_not_stop_the_shapes() => Generate("""
        [Model]
        [Input(28, 28, 1)]
        [Conv2D(8, 3, Name = "a")]
        [Conv2D(8, 3, Name = "a")]
        [MaxPooling2D(40)]
        public partial class Cnn;
        """)
        .HasDiagnostic("CNN009").At("Name = \"a\"").HasDiagnostic("CNN101").At("40").HasNoOthers();

    [Fact]
    public void Groups_are_not_held_against_filters_that_are_wrong_themselves() => Generate("""
        [Model]
        [Input(28, 28, 4)]
        [Conv2D(0, 3, Groups = 4)]
        public partial class Cnn;
        """)
        .HasDiagnostic("CNN104").At("0").HasNoOthers();

    [Fact]
    public void The_compilers_own_errors_are_left_to_the_compiler() => Generate("""
        [Model]
        [Input(28, 28, 1)]
        [Conv2D(Nowhere.Filters, 3)]
        [Conv2D(8)]
        [Conv2D("eight", 3)]
        [Activation(Activation.Sofmax)]
        [Dense(10, Units = 3)]
        public partial class Cnn;
        """)
        .HasNoDiagnostics();

    /// <summary>What comes in twice needs no second word about what was not given the first time.</summary>
    [Fact]
    public void Nothing_follows_from_what_a_use_does_not_give() => Generate("""
        [Model]
        [Input(28, 28, 2)]
        [Use<Tower>(Filters = 4, Times = 2)]
        [Conv2D(8, 30)]
        public partial class Cnn;

        [Block]
        [Conv2D(Arg.Units, 3)]
        [Conv2D(4, 3, Groups = 2)]
        [Conv2D(Arg.Filters % 3, 3, Groups = 5)]
        internal sealed class Tower;
        """)
        .HasDiagnostic("CNN020").Saying("Arg.Units").HasDiagnostic("CNN020").Saying("Arg.Filters % 3").HasNoOthers();

    [Fact]
    public void What_is_wrong_in_every_use_of_a_block_is_told_once() => Generate("""
        [Model]
        [Input(28, 28, 2)]
        [Use<Tower>(Filters = 4, Times = 2)]
        [Use<Tower>(Filters = 8)]
        [Use<Tower>]
        [Use<Tower>]
        public partial class Cnn;

        [Block]
        [Conv2D(Arg.Filters, 3)]
        [ReLU(From = "nowhere")]
        [Dropout(50)]
        internal sealed class Tower;
        """)
        .HasDiagnostic("CNN017").In("Use<Tower>(Filters = 4, Times = 2)").HasDiagnostic("CNN104").In("Use<Tower>(Filters = 4, Times = 2)")
        .HasDiagnostic("CNN020").In("Use<Tower>").HasDiagnostic("CNN020").In("Use<Tower>").HasNoOthers();

    /// <summary>Attributes are for classes, which the compiler says itself.</summary>
    [Theory]
    [InlineData("partial struct Cnn;")]
    [InlineData("readonly partial struct Cnn;")]
    [InlineData("partial record struct Cnn;")]
    [InlineData("partial interface Cnn;")]
    [InlineData("enum Cnn { One }")]
    public void What_is_no_class_is_left_to_the_compiler(string declaration)
    {
        foreach (string header in new[] { "[Model]", "[Block]", "" })
        {
            GeneratorRun run = Generate($"{header}\n[Input(28, 28, 1)]\n[Flatten]\ninternal {declaration}\n").HasNoDiagnostics();

            run.Files.ShouldBeEmpty();
            run.Output.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error)
                .Select(static found => found.Id).Distinct().ShouldBe(["CS0592"]);
        }
    }

    private static GeneratorRun Generate(string source) => ModelCompiler.Generate(source);
}
