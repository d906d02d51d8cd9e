using System.Globalization;
using System.Text;

namespace CnnGen;

/// <summary>
/// HTML or SVG that is being written. What stands in braces is escaped, numbers are written in the invariant culture; other
/// <see cref="Markup"/> goes in as it is. Every element is closed, so that the whole is XML too.
/// </summary>
internal sealed class Markup
{
    private readonly StringBuilder _text = new();

    /// <summary>Markup of one piece.</summary>
    public static Markup Of(FormattableString text) => new Markup().Add(text);

    /// <summary>The pieces one after the other.</summary>
    public static Markup Join(IEnumerable<Markup> parts)
    {
        var markup = new Markup();
        foreach (Markup part in parts)
        {
            markup.Add(part);
        }

        return markup;
    }

    public Markup Add(FormattableString text)
    {
        _text.Append(text.ToString(Escaping.Instance));
        return this;
    }

    public Markup Add(Markup markup)
    {
        _text.Append(markup._text);
        return this;
    }

    /// <summary>A line of markup.</summary>
    public Markup Line(FormattableString text)
    {
        Add(text)._text.Append('\n');
        return this;
    }

    /// <summary>Text that is no user's: a script, a style sheet.</summary>
    public Markup AddVerbatim(string text)
    {
        _text.Append(text);
        return this;
    }

    public override string ToString() => _text.ToString();

    private sealed class Escaping : IFormatProvider, ICustomFormatter
    {
        public static readonly Escaping Instance = new();

        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
        {
            null => "",
            Markup markup => markup.ToString(),
            IFormattable formattable => Escape(formattable.ToString(format, CultureInfo.InvariantCulture)),
            _ => Escape(arg.ToString() ?? ""),
        };

        private static string Escape(string text)
        {
            if (text.AsSpan().IndexOfAny("&<>\"'") < 0 && !text.Any(IsForbidden))
            {
                return text;
            }

            var escaped = new StringBuilder();
            foreach (char c in text)
            {
                escaped.Append(c switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    '\'' => "&#39;",
                    _ when IsForbidden(c) => "\uFFFD",
                    _ => c.ToString(),
                });
            }

            return escaped.ToString();
        }

        // XML has no place for control characters.
        private static bool IsForbidden(char c) => c < ' ' && c is not ('\n' or '\r' or '\t');
    }
}
