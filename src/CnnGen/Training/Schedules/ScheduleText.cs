using System.Globalization;

namespace CnnGen;

/// <summary>A schedule in words, as an attribute would write it: <c>Cosine, WarmUp = 0.1, FinalLearningRate = 0</c>.</summary>
internal static class ScheduleText
{
    public static string Of(Schedule schedule, double warmUp, params ReadOnlySpan<(string Name, double Value)> arguments)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{schedule}, WarmUp = {warmUp}");
        foreach ((string name, double value) in arguments)
        {
            text += string.Create(CultureInfo.InvariantCulture, $", {name} = {value}");
        }

        return text;
    }
}
