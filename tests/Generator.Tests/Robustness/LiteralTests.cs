using System.Globalization;
using System.Text.RegularExpressions;
using CnnGen.Generator.Text;
using Shouldly;

namespace CnnGen.Generator.Tests;

/// <summary>Numbers in generated code are those that a person would have written: worked out in decimal, in the shortest form.</summary>
public class LiteralTests
{
    [Theory]
    [InlineData("[RandomContrast(0.2)]", "* 0.4 + 0.8;")]
    [InlineData("[RandomContrast(0.1, 0.2)]", "* 0.3 + 0.9;")]
    [InlineData("[RandomZoom(0.3, 0.3)]", "* 0.6 + 0.7;")]
    [InlineData("[RandomZoom(-0.3, 0.1, 0, 0)]", "* 0.4 + 0.7;")]
    [InlineData("[RandomRotation(0.1)]", "* 0.2 - 0.1;")]
    [InlineData("[RandomTranslation(0.1, 0.7)]", "* 1.4 - 0.7;")]
    [InlineData("[RandomBrightness(0.1, ValueLow = -0.2, ValueHigh = 0.1)]", "* 0.06 - 0.03;")]
    [InlineData("[RandomBrightness(0.5, ValueHigh = 1)]", ".device) - 0.5;")]
    [InlineData("[RandomFlip]", ".device) < 0.5,")]
    [InlineData("[BatchNormalization(Momentum = 0.99)]", "0.001, momentum: 0.01)")]
    [InlineData("[BatchNormalization(Momentum = 0.9999999999999999)]", "0.001, momentum: 1e-16)")]
    [InlineData("[BatchNormalization(Epsilon = 1e-7)]", "1e-7, momentum: 0.01)")]
    [InlineData("[GaussianDropout(0.8)]", "* 2.0 + 1.0)")]
    public void Layers_work_out_their_numbers_in_decimal(string layer, string expected) =>
        Generate(layer).ShouldContain(expected);

    [Fact]
    public void Bounds_of_any_two_digits_come_out_in_as_few()
    {
        var random = new Random(17);
        for (int i = 0; i < 60; i++)
        {
            decimal a = random.Next(-100, 100) / 100m, b = random.Next(-100, 100) / 100m;
            (decimal lower, decimal upper) = (Math.Min(a, b), Math.Max(a, b) + 0.01m);
            string text = Generate(FormattableString.Invariant(
                $"[RandomTranslation({lower}, {upper}, 0, 0)]\n[RandomContrast({Math.Abs(a)}, {Math.Abs(b)})]\n[BatchNormalization(Momentum = {Math.Abs(a)})]"));

            // A number that binary fractions have worked out ends in many zeros or nines and a last digit.
            Regex.Matches(text, @"\d*\.\d{7,}").ShouldBeEmpty(text);
        }
    }

    [Fact]
    public void Decimal_arithmetic_is_exact_and_rounds_once()
    {
        var random = new Random(23);
        for (int i = 0; i < 2000; i++)
        {
            decimal a = Draw(random), b = Draw(random);
            DecimalNumber x = Nearest(a), y = Nearest(b);

            ((double)(x + y)).ShouldBe(Nearest(a + b));
            ((double)(x - y)).ShouldBe(Nearest(a - b));
            ((double)(x * y)).ShouldBe(Nearest(a * b));
        }
    }

    [Theory]
    [InlineData(double.Epsilon), InlineData(double.MaxValue), InlineData(double.MinValue), InlineData(0), InlineData(-0.0), InlineData(1e22)]
    [InlineData(0.1), InlineData(123456789.12345678), InlineData(1e-7), InlineData(2)]
    public void A_literal_is_the_number(double value)
    {
        ((double)(DecimalNumber)value).ShouldBe(value);
        ((double)((DecimalNumber)value - double.Epsilon)).ShouldBe(value - double.Epsilon);
        string literal = Literals.Double(value);
        double.Parse(literal, CultureInfo.InvariantCulture).ShouldBe(value);
        literal.ShouldMatch(@"^-?\d+(\.\d+)?(e-?[1-9]\d*)?$");
    }

    // A decimal's own conversion may miss the nearest double by one.
    private static double Nearest(decimal value) =>
        double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    // At most nine digits, so that neither a decimal's product nor a double's text loses one.
    private static decimal Draw(Random random) => random.Next(-999_999_999, 1_000_000_000) / (decimal)Math.Pow(10, random.Next(0, 10));

    private static string Generate(string layer) =>
        ModelCompiler.Generate($"[Model] [Input(5, 5, 2)]\n{layer}\ninternal partial class Cnn;").HasNoDiagnostics().CompilesHere().File;
}
