using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Text;
using CnnGen.Generator.Training;

namespace CnnGen.Generator.Emission;

/// <summary>The type of a network's predictions: of several outputs a record of its own with their names.</summary>
internal static class PredictionText
{
    /// <summary>The record of several outputs.</summary>
    public const string Record = "Predictions";

    public static string Type(IReadOnlyList<PredictionForm> forms) => forms.Count == 1 ? Type(forms[0]) : Record;

    /// <summary>The type as it is named outside of the class.</summary>
    public static string FromOutside(string type, string model) => type == Record ? $"{model}.{Record}" : type;

    /// <summary>Declares the record, where there are several outputs.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="names">The layers that give them.</param>
    /// <param name="forms">What each gives.</param>
    /// <param name="documentation">What it is.</param>
    public static void EmitRecord(CodeWriter writer, IReadOnlyList<string> names, IReadOnlyList<PredictionForm> forms, string documentation)
    {
        if (forms.Count == 1)
        {
            return;
        }

        var taken = new Names([Record, "Equals", "GetHashCode", "GetType", "ToString", "Deconstruct", "EqualityContract", "PrintMembers", "Clone"]);
        writer.Line();
        DocumentationEmitter.Summary(writer, documentation);
        writer.Line($"public sealed record {Record}({string.Join(", ", forms.Select((form, i) => $"{Type(form)} {taken.Next(Pascal(names[i]))}"))});");
    }

    /// <summary>The prediction of one example.</summary>
    public static string Read(IReadOnlyList<PredictionForm> forms) => forms.Count == 1
        ? Reading(forms[0], 0)
        : $"new {Record}({string.Join(", ", forms.Select(Reading))})";

    private static string Reading(PredictionForm form, int place) => $"values.{form.Reader}({Literals.Integer(place)})";

    private static string Type(PredictionForm form) => form.IsKeyword ? form.Type : $"{Library.Root}.{form.Type}";

    // gender_head → GenderHead. A name that is no identifier becomes one as fields do.
    private static string Pascal(string name)
    {
        if (Identifiers.From(name) != name)
        {
            return Identifiers.From(name);
        }

        string joined = string.Concat(name.Split('_').Where(static word => word.Length > 0)
            .Select(static word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
        return joined.Length == 0 || char.IsDigit(joined[0]) ? "_" + joined : joined;
    }
}
