using System.Globalization;
using System.Text.Json;

namespace CnnGen;

/// <summary>Numbers in JSON, which has no NaN and no infinity: a text carries them. The same bits come back.</summary>
internal static class JsonNumber
{
    public static void Write(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
        }
    }
}
