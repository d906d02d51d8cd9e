using System.Globalization;
using System.Reflection;

namespace CnnGen.Fixtures;

/// <summary>Whether a model's summary is Keras's: rows and both texts, byte for byte.</summary>
internal static class SummaryCheck
{
    /// <summary>The first difference; <see langword="null"/> if there is none.</summary>
    public static string? Difference(Fixture fixture, Type type)
    {
        var constant = (string)type.GetField("Summary", BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue()!;
        var data = (ModelSummary)type.GetProperty("Architecture", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        return fixture.Rows.Select(row => Difference(row, data)).FirstOrDefault(static difference => difference is not null)
            ?? Difference("the constant", fixture.Summary2, constant)
            ?? Difference("the text of Keras 2", fixture.Summary2, data.ToString())
            ?? Difference("the text of Keras 3", fixture.Summary3, data.ToString(SummaryStyle.Keras3));
    }

    private static string? Difference(KerasReport expected, ModelSummary data)
    {
        LayerSummary? layer = data.Layers.FirstOrDefault(layer => layer.Name == expected.Name);
        if (layer is null)
        {
            return $"{expected.Name} has no row";
        }

        return Difference("shape", expected.Shape, string.Join('×', layer.OutputShape))
            ?? Difference("parameters", Text(expected.Parameters), Text(layer.Parameters))
            ?? (expected.Trainable is { } trainable ? Difference("trainable parameters", Text(trainable), Text(layer.TrainableParameters)) : null);

        string? Difference(string what, string keras, string ours) => keras == ours ? null : $"{expected.Name}: {what} {ours}, Keras {keras}";
    }

    private static string? Difference(string what, string? expected, string actual)
    {
        if (expected is null || expected == actual + "\n")
        {
            return null;
        }

        string[] keras = expected.TrimEnd('\n').Split('\n');
        string[] ours = actual.Split('\n');
        int line = Enumerable.Range(0, Math.Max(keras.Length, ours.Length)).FirstOrDefault(i => At(keras, i) != At(ours, i));
        return $"{what}, line {line + 1}: '{At(ours, line)}', Keras '{At(keras, line)}'";

        static string At(string[] lines, int index) => index < lines.Length ? lines[index] : "(nothing)";
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
