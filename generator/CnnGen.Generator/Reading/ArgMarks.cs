using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Language;

namespace CnnGen.Generator.Reading;

/// <summary>
/// The numbers of the library's <c>Arg</c> constants. Each is a negative prime, so that <c>Arg.Filters * 4</c> and <c>Arg.Filters / 2</c>, which
/// the compiler has computed, are known for what they were even where nobody can see how they are written.
/// </summary>
internal static class ArgMarks
{
    private const string Rate = nameof(Arg.Rate);

    // Larger ones can no longer be told apart.
    private const int LargestDivisor = 16;

    // No layer takes a number below; it comes of arithmetic with a mark.
    private const int LeastNumber = -100;

    private const double LargestShare = 1000;
    private const int DigitsOfShare = 4;
    private const double Rounding = 1e-12;

    private static readonly Dictionary<string, FieldInfo> s_fields = typeof(Arg).GetFields().ToDictionary(static field => field.Name);

    private static readonly Dictionary<string, int> s_marks = s_fields.ToDictionary(
        static field => field.Key, static field => Convert.ToInt32(field.Value.GetRawConstantValue(), CultureInfo.InvariantCulture));

    private static readonly Dictionary<int, ArgExpression> s_parts = Parts();

    /// <summary>What a constant of <c>Arg</c> can be in arithmetic; <see langword="null"/> for one that is no number.</summary>
    public static ArgName? Named(string name) =>
        s_fields.TryGetValue(name, out FieldInfo field) && !field.FieldType.IsEnum ? new ArgName(name, field.FieldType == typeof(double)) : null;

    /// <summary>The constant that a number is; <see langword="null"/> for a number of its own.</summary>
    public static ArgName? Exactly(object? number) => number switch
    {
        int mark when mark < 0 && s_marks.FirstOrDefault(candidate => candidate.Value == mark) is { Key: { } name } => new ArgName(name),
        double mark when mark == s_marks[Rate] => new ArgName(Rate, IsOfReal: true),
        _ => null,
    };

    /// <summary>The constant that a number is, or its multiple or part; <see langword="null"/> for a number of its own.</summary>
    public static ArgExpression? Computed(object? number) => Exactly(number) ?? number switch
    {
        int negative and < 0 => Multiple(negative) ?? (s_parts.TryGetValue(negative, out ArgExpression part) ? part : null),
        double real => Share(real),
        _ => null,
    };

    /// <summary>Whether a number comes of arithmetic that cannot be read back from it.</summary>
    /// <param name="number">The number.</param>
    /// <param name="argument">Whose it is: reals are as large elsewhere.</param>
    public static bool IsUnreadable(object? number, string argument) =>
        number is int and < LeastNumber || (number is double and < LeastNumber && argument == "rate");

    // The primes are larger than any factor, so that no product belongs to two of them.
    private static ArgExpression? Multiple(int number) =>
        s_marks.FirstOrDefault(mark => mark.Key != Rate && number % mark.Value == 0) is { Key: { } name } mark && Named(name) is { } arg
            ? new ArgOperation(arg, '*', new ArgNumber(number / mark.Value))
            : null;

    // Other layers take numbers as large. A share of few digits is a multiple: nobody writes a number that happens to be one.
    private static ArgExpression? Share(double number)
    {
        double share = Math.Round(number / s_marks[Rate], DigitsOfShare);
        return share is > 0 and <= LargestShare && Math.Abs((share * s_marks[Rate]) - number) <= Rounding * -number
            ? new ArgOperation(new ArgName(Rate, IsOfReal: true), '*', new ArgNumber(share))
            : null;
    }

    // But for those that two names would share.
    private static Dictionary<int, ArgExpression> Parts() => s_marks
        .Where(static mark => Named(mark.Key) is { IsReal: false })
        .SelectMany(static mark => Enumerable.Range(2, LargestDivisor - 1).Select(divisor => (
            Number: mark.Value / divisor,
            Part: (ArgExpression)new ArgOperation(new ArgName(mark.Key), '/', new ArgNumber(divisor)))))
        .GroupBy(static part => part.Number)
        .Where(static same => same.Count() == 1)
        .ToDictionary(static same => same.Key, static same => same.First().Part);
}
