using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CnnGen.Pages.Tests;

/// <summary>The page from Keras's lines to ours: each attribute compiles, and gives the shape and has the weights that stand beside it.</summary>
public partial class KerasPageTests
{
    public const string Path = ".github/docs/keras.md";

    private static IReadOnlyList<Row> Rows { get; } = [.. Repository.Page(Path).Tables.SelectMany(static table => table.Rows.Select((cells, index) => new Row(table, cells, index)))];

    private static readonly Lazy<PageCompiler> s_compiler = new(static () => new PageCompiler(Rows.Select(static row => row.Source)));

    public static TheoryData<string> Attributes => [.. Rows.Where(static row => row.IsAttribute).Select(static row => row.Key)];

    public static TheoryData<string> Statements => [.. Rows.Where(static row => !row.IsAttribute).Select(static row => row.Key)];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void An_attribute_compiles(string key)
    {
        Row row = Rows.Single(row => row.Key == key);

        s_compiler.Value.Complaints(row.Source).ShouldBeEmpty();
        if (row.Weights is { } weights)
        {
            s_compiler.Value.Constant(row.Source, row.Name, "ParameterCount").ShouldBe(weights);
        }
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_statement_compiles(string key) => s_compiler.Value.Complaints(Rows.Single(row => row.Key == key).Source).ShouldBeEmpty();

    [Fact]
    public void Generated_code_compiles() => s_compiler.Value.ToldOfNoPiece.ShouldBeEmpty();

    /// <summary>No layer is missing, on the page from Keras and on that of the language.</summary>
    [Theory]
    [InlineData(Path)]
    [InlineData(".github/docs/language.md")]
    public void Every_layer_is_on_the_page(string page)
    {
        string text = Repository.Text(page);

        typeof(LayerAttribute).Assembly.GetExportedTypes()
            .Where(static type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
            .Select(static type => type.Name.Split('`')[0].Replace("Attribute", "", StringComparison.Ordinal))
            .Where(name => !Regex.IsMatch(text, $@"\b{name}\b"))
            .ShouldBeEmpty();
    }

    /// <summary>A row: Keras's line, ours, and in tables of layers what comes out and how many weights there are.</summary>
    private sealed partial record Row(Table Table, IReadOnlyList<string> Cells, int Index)
    {
        public string Name => $"Row{Table.Line}_{Index}";

        public string Key => $"{Path}:{Table.Line + 2 + Index} {Code}";

        public string Code => Cells[1].Trim('`');

        public bool IsAttribute => Code.StartsWith('[');

        public long? Weights => Cells.Count > 3 ? long.Parse(Cells[3], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : null;

        /// <summary>A model of this attribute; a statement as it stands.</summary>
        public string Source => !IsAttribute ? $"{Code};\n" : new StringBuilder(Code.Contains("[Model", StringComparison.Ordinal) ? "" : "[Model]\n")
            .Append(Input).Append(Code.StartsWith("[Training", StringComparison.Ordinal) ? "[Flatten]\n[Dense(10)]\n" : "")
            .Append(Code).Append('\n').Append(Expected)
            .Append(Code.StartsWith("[Model", StringComparison.Ordinal) || Code.StartsWith("[Input", StringComparison.Ordinal) ? "[Flatten]\n" : "")
            .Append($"public sealed partial class {Name};\n\n").ToString();

        // "of 28×28×8" or "of a and b, 28×28×8" is what the head of the third column says.
        private string Input
        {
            get
            {
                if (Code.Contains("[Input", StringComparison.Ordinal))
                {
                    return "";
                }

                Match head = Of().Match(Table.Head.Count > 2 ? Table.Head[2] : "of 28×28×1");
                string shape = Numbers(head.Groups["shape"].Value);
                return head.Groups["names"].Success ? $"[Input(\"a\", {shape}), Input(\"b\", {shape})]\n" : $"[Input({shape})]\n";
            }
        }

        private string Expected => Cells.Count > 2 ? $"[Expect({Numbers(Cells[2])})]\n" : "";

        private static string Numbers(string shape) => shape.Replace("×", ", ", StringComparison.Ordinal);

        [GeneratedRegex("^of (?<names>a and b, )?(?<shape>[0-9×]+)$")]
        private static partial Regex Of();
    }
}
