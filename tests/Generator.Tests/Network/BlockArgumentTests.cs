using System.Text.RegularExpressions;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>What a block may make of what its use gives.</summary>
public class BlockArgumentTests
{
    [Theory]
    [InlineData("Arg.Filters", 24)]
    [InlineData("2 * (Arg.Filters * 2)", 96)]
    [InlineData("Arg.Filters / Sizes.Parts", 4)]
    [InlineData("CnnGen.Arg.Filters / 12 * 3", 6)]
    [InlineData("Arg.Filters + 16", 40)]
    [InlineData("-(8 - Arg.Filters)", 16)]
    [InlineData("Arg.Filters - Arg.Units", 16)]
    [InlineData("Arg.Filters * Arg.Expansion * 20", 2880)]
    [InlineData("Arg.Filters / Arg.Units", 3)]
    [InlineData("Arg.Units + 30", 38)]
    [InlineData("unchecked(Arg.Filters * Arg.Units * Arg.Expansion)", 1152)]
    [InlineData("(int)(Arg.Filters * 0.8)", 19)]
    [InlineData("(int)((double)Arg.Filters / 5)", 4)]
    [InlineData("(int)(Arg.Filters * Arg.Rate)", 4)]
    [InlineData("Sizes.Wide - Sizes.Parts", 42)]
    [InlineData("(Sizes.Parts - 1) / 2", 2)]
    public void Arithmetic_of_numbers(string filters, int expected) =>
        Filters(filters).HasNoDiagnostics().File.ShouldContain($"28, 28, {expected})");

    [Theory]
    [InlineData("Arg.Rate", "0.2")]
    [InlineData("Arg.Rate * 3", "0.6")]
    [InlineData("1 - Arg.Rate", "0.8")]
    [InlineData("Arg.Rate / 3 + 0.1", "0.166666666666667")]
    [InlineData("Arg.Strides / 4.0", "0.25")]
    [InlineData("Arg.Strides", "1.0")]
    [InlineData("Sizes.Half - Arg.Rate", "0.3")]
    public void Arithmetic_of_the_rate(string rate, string expected) =>
        Block($"[Dropout({rate})]", "Rate = 0.2").HasNoDiagnostics().File.ShouldContain($"dropout(input, {expected}");

    [Theory]
    [InlineData("Arg.Filters % 8")]
    [InlineData("Arg.Filters >> 1")]
    [InlineData("(int)(Arg.Filters * 0.5f)")]
    [InlineData("(int)Arg.Padding")]
    [InlineData("Arg.Filters > 0 ? 1 : 2")]
    [InlineData("Sizes.Odd")]
    public void Other_arithmetic_is_named(string filters) => Filters(filters)
        .HasDiagnostic("CNN020").Saying($"{filters} in 'Piece' is arithmetic that a block does not take", "+, -, *, /, parentheses").HasNoOthers();

    [Theory]
    [InlineData("Arg.Filters / 5", "24 / 5 leaves 4", "(int)(Arg.Filters / 5.0), which rounds down")]
    [InlineData("64 / (Arg.Filters - Arg.Units * 3)", "divides 64 by 0")]
    [InlineData("int.MaxValue + Arg.Filters", "is more than an int can hold")]
    public void What_cannot_be_computed_is_told_with_its_numbers(string filters, params string[] saying) =>
        Filters(filters).HasDiagnostic("CNN020").Saying(["in 'Piece'", .. saying]).HasNoOthers();

    /// <summary>The first of several times has strides, the others have not.</summary>
    [Fact]
    public void What_only_a_later_time_cannot_compute_is_told() => Block("[Conv2D(8, 3, Strides = Arg.Strides / 2, Padding = Pad.Same)]", "Strides = 2, Times = 2")
        .HasDiagnostic("CNN020").Saying("1 / 2 leaves 1").HasNoOthers();

    /// <summary>An expression, what C# makes of it, what it makes of the numbers that stand for the arguments, and whether all divisions come out even.</summary>
    private sealed record Computed(string Text, long Value, long StandIn, bool IsEven);

    [Fact]
    public void Random_arithmetic_is_Csharp_s()
    {
        var random = new Random(7);
        List<Computed> all = [.. Enumerable.Range(0, 4000).Select(_ => Random(random, 4)).Where(computed => Fits(computed.StandIn) && computed.Value is > 0 and < 2000)];
        List<Computed> even = [.. all.Where(computed => computed.IsEven).Take(300)];
        even.Count.ShouldBe(300);

        string summary = Filters(string.Join(", 1)]\n[Conv2D(", even.Select(computed => computed.Text))).HasNoDiagnostics().SummaryConstant();

        Regex.Matches(summary, @"\(None, 28, 28, (\d+)\)").Select(row => long.Parse(row.Groups[1].Value)).ShouldBe(even.Select(computed => computed.Value));
        all.Where(computed => !computed.IsEven).Take(10).ToList().ForEach(computed =>
            Filters(computed.Text).HasDiagnostic("CNN020").Saying("does not come out even").HasNoOthers());
    }

    private static Computed Random(Random random, int depth)
    {
        if (depth == 0 || random.Next(5) == 0)
        {
            int number = random.Next(1, 9);
            return random.Next(6) switch
            {
                0 => new("Arg.Filters", 24, Arg.Filters, true),
                1 => new("Arg.Units", 8, Arg.Units, true),
                2 => new("CnnGen.Arg.Expansion", 6, Arg.Expansion, true),
                3 => new("Sizes.Wide", 48, 2 * Arg.Filters, true),
                _ => new($"{number}", number, number, true),
            };
        }

        Computed left = Random(random, depth - 1);
        Computed right = Random(random, depth - 1);
        bool isEven = left.IsEven && right.IsEven;
        return random.Next(7) switch
        {
            0 or 1 => new($"({left.Text} + {right.Text})", left.Value + right.Value, left.StandIn + right.StandIn, isEven),
            2 => new($"({left.Text} - {right.Text})", left.Value - right.Value, left.StandIn - right.StandIn, isEven),
            3 when Fits(left.StandIn * right.StandIn) => new($"{left.Text} * {right.Text}", left.Value * right.Value, left.StandIn * right.StandIn, isEven),
            4 => new($"(int)({left.Text} * 0.3)", (int)(left.Value * 0.3), (int)(left.StandIn * 0.3), left.IsEven),
            5 => new($"-{left.Text}".Replace("--", "- -"), -left.Value, -left.StandIn, left.IsEven),
            _ when right is { Value: not 0, StandIn: not 0 } && right.Text.All(char.IsDigit) => new(
                $"({left.Text} / {right.Text})", left.Value / right.Value, left.StandIn / right.StandIn, isEven && (left.Value % right.Value == 0 || !(left.Text.Contains("Arg") || left.Text.Contains("Wide")))),
            _ => left,
        };
    }

    private static bool Fits(long number) => Math.Abs(number) < int.MaxValue;

    [Theory]
    [InlineData("double.NaN")]
    [InlineData("-1e300")]
    [InlineData("double.PositiveInfinity")]
    [InlineData("3")]
    public void A_rate_that_is_none_is_told_as_it_is(string rate) => Block("[Dropout(Arg.Rate * 0.5)]", $"Rate = {rate}")
        .HasDiagnostic("CNN104").Saying("rate must be between 0 and 1").HasNoOthers();

    /// <summary>Numbers of their own are left alone.</summary>
    [Fact]
    public void Large_numbers_are_not_taken_for_arithmetic() =>
        Block("[Rescaling(-20000.5, Offset = -1000000)]\n[RandomBrightness(0.1, ValueLow = -500000)]", "Rate = 0.5").HasNoDiagnostics();

    [Theory]
    [InlineData("Reshape(-1, Arg.Units - 1)")]
    [InlineData("Reshape(new[] { -1, Arg.Units - 1 })")]
    [InlineData("Reshape([-1, Arg.Filters % 17])")]
    public void Arithmetic_in_a_list(string reshape) =>
        _ = reshape.Contains('%')
            ? Block($"[{reshape}]", "Filters = 24").HasDiagnostic("CNN020").Saying("Arg.Filters % 17 in 'Piece'").HasNoOthers()
            : Block($"[{reshape}]", "Units = 8").HasNoDiagnostics().CompilesHere();

    [Fact]
    public void In_a_model_they_mean_nothing() => ModelCompiler.Generate("[Model, Input(8, 8, 1), Conv2D(16 - Arg.Filters, 1)] internal partial class Cnn;")
        .HasDiagnostic("CNN020").At("16 - Arg.Filters").Saying("Arg.Filters stands for what a [Use] gives").HasNoOthers();

    private static GeneratorRun Filters(string filters) => Block($"[Conv2D({filters}, 1)]", "Filters = 24, Units = 8, Expansion = 6, Rate = 0.2");

    private static GeneratorRun Block(string layer, string given) => ModelCompiler.Generate($$"""
        [Model]
        [Input(28, 28, 1)]
        [Use<Piece>({{given}})]
        internal partial class Cnn;

        [Block]
        {{layer}}
        internal sealed class Piece;

        internal static class Sizes { internal const int Parts = 6, Wide = Arg.Filters * 2, Odd = Wide % 5; internal const double Half = 0.5; }

        """);
}
