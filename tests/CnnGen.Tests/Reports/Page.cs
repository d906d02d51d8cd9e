using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CnnGen.Tests.Reports;

/// <summary>A report read as XML, which it is too.</summary>
internal sealed partial class Page
{
    private static readonly XNamespace s_html = "http://www.w3.org/1999/xhtml";
    private readonly XDocument _document;

    public Page(string html)
    {
        Html = html;
        _document = XDocument.Parse(Doctype().Replace(html, ""));
    }

    public string Html { get; }

    /// <summary>All that is read, with single blanks.</summary>
    public string Text => Blanks().Replace(_document.Root!.Value, " ");

    public static Page Of(params ReportedModel[] models) => new(new TrainingReport(models).ToHtml());

    public IEnumerable<XElement> All(string name) => _document.Descendants(s_html + name);

    /// <summary>The cells of the table with this caption, row after row, its headings first.</summary>
    public string[][] Table(string caption)
    {
        XElement table = All("table").Single(table => table.Element(s_html + "caption")?.Value == caption);
        return [.. table.Descendants(s_html + "tr").Select(static row => row.Elements().Select(static cell => cell.Value).ToArray())];
    }

    [GeneratedRegex("<!DOCTYPE html>\\s*")]
    private static partial Regex Doctype();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
