using System.Globalization;
using FsCheck.Xunit;

namespace CnnGen.Tests;

public sealed class CsvFileTests : IDisposable
{
    private const string Flowers = """"
        length,width,"kind of, ""flower""",price
        1.5,2,setosa,10
         2.5 ,-3e1,"virginica",20

        3.5,4,setosa,30
        """";

    private static readonly DataTarget s_species = DataTarget.ClassIndex("species", 3);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Columns_become_inputs_and_targets_by_name()
    {
        CsvTable table = Read(Flowers, new CsvOptions { ClassColumns = ["kind of, \"flower\""] });

        (table.Count, table.Columns).ShouldSatisfyAllConditions(
            static both => both.Count.ShouldBe(3), static both => both.Columns.ShouldBe(["length", "width", "kind of, \"flower\"", "price"]));
        InputColumn input = table.ToInput("size", "width", "length");
        (input.Input.Name, input.Count, input.Input.Size).ShouldBe(("size", 3, 2));
        Values.Of(input).ShouldBe([2f, 1.5f, -30, 2.5f, 4, 3.5f]);
        table.ToInput(new DataInput("map", 2, 1), "width", "length").Input.Shape.ShouldBe([2, 1]);
        Values.LabelsOf(table.ToTarget(DataTarget.ClassIndex("kind", 2), "kind of, \"flower\"")).ShouldBe([0L, 1, 0]);
        table.Classes("kind of, \"flower\"").ShouldBe(["setosa", "virginica"]);
        Values.NumbersOf(table.ToTarget(DataTarget.Numbers("price", 1), "price")).ShouldBe([10f, 20, 30]);
        new Dataset(input, table.ToTarget(DataTarget.Numbers("price", 1), "price")).Count.ShouldBe(3);
    }

    [Property(MaxTest = 40)]
    public void What_is_written_is_read(float[] numbers, bool quoted, bool carriage, bool semicolon)
    {
        float[] finite = [.. numbers.Where(float.IsFinite)];
        char separator = semicolon ? ';' : ',';
        string end = carriage ? "\r\n" : "\n";
        IEnumerable<string> lines = finite.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value:R}"))
            .Select(text => quoted ? $"\"{text}\"{separator}1" : $"{text}{separator}1");
        CsvTable table = Read($"a{separator}b{end}{string.Join(end, lines)}{(quoted ? end : "")}", new CsvOptions { Separator = separator });

        table.Numbers("a").ShouldBe(finite);
        table.Count.ShouldBe(finite.Length);
    }

    [Fact]
    public void Numbers_have_a_point_in_every_country()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (german.NumberFormat.NumberDecimalSeparator, german.NumberFormat.NumberGroupSeparator) = (",", ".");
            CultureInfo.CurrentCulture = german;
            Read("a\n1.5\n").Numbers("a").ShouldBe([1.5f]);
            Message(() => Read("a;b\n1,5;1\n", new CsvOptions { Separator = ';' }).Numbers("a")).ShouldContain("line 2, column 'a', is '1,5', which is no number");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Names_can_be_given_or_be_numbers_from_0()
    {
        Read("1,2\n3,4\n", new CsvOptions { Names = ["a", "b"] }).Numbers("b").ShouldBe([2f, 4f]);
        Read("0,1\n3,4\n").Numbers("1").ShouldBe([4f]);
        Message(() => Read("5,1\n3,4\n")).ShouldEndWith("begins with numbers: its first line must name the columns, or CsvOptions.Names does.");
    }

    [Fact]
    public void A_column_with_text_is_in_the_way_only_of_who_asks_for_it()
    {
        CsvTable table = Read(Flowers);

        table.Numbers("price").Length.ShouldBe(3);
        Message(() => table.Numbers("kind of, \"flower\"")).ShouldBe(
            $"{_folder.File("a.csv")}, line 2, column 'kind of, \"flower\"', is 'setosa', which is no number: write it like -1.5e3, or, if it is the name of a class, name the column in CsvOptions.ClassColumns.");
        Message(() => table.Classes("price")).ShouldContain("holds numbers: name it in CsvOptions.ClassColumns");
    }

    [Fact]
    public void An_empty_field_is_missing_unless_something_stands_for_it()
    {
        Message(() => Read("a,b\n1,2\n,3\n").Numbers("a")).ShouldContain("line 3, column 'a', is empty: fill it, or say by CsvOptions.Missing what stands for it");
        Read("a,b\n1,2\n,3\n", new CsvOptions { Missing = -1 }).Numbers("a").ShouldBe([1f, -1]);
        Message(() => Read("a,b\nx,2\n,3\n", new CsvOptions { ClassColumns = ["a"] }).Numbers("a")).ShouldContain("line 3, column 'a', is empty: each example must have a class.");
    }

    [Theory]
    [InlineData("", "is empty: its first line must name the columns")]
    [InlineData("a,b\n1,2\n3\n", "line 3, has 1 field, but there are 2 columns")]
    [InlineData("a,b\n1,2,3\n", "line 2, has 3 fields, but there are 2 columns")]
    [InlineData("a,a\n1,2\n", "has 2 columns of the name 'a'")]
    [InlineData("a,b\n1,\"2\n3,4\n", "line 2, column 2, has a quote that does not end")]
    [InlineData("a,b\n\"1\"x,2\n", "line 2, column 1, has signs behind a closing quote")]
    [InlineData("a,b\n\"1\n\",2\n\"3\"x,4", "line 4, column 1, has signs behind a closing quote")]
    public void A_broken_file_names_the_line(string content, string expected) =>
        Message(() => Read(content)).ShouldSatisfyAllConditions(
            message => message.ShouldStartWith(_folder.File("a.csv")), message => message.ShouldContain(expected));

    [Fact]
    public void What_does_not_fit_names_line_and_column()
    {
        CsvTable table = Read("size,kind\n1,0\n2,3\n3,1.5\n");
        string path = _folder.File("a.csv");

        Message(() => table.ToTarget(DataTarget.ClassIndex("kind", 3), "kind")).ShouldBe(
            $"{path}, line 3, column 'kind', is 3, which is no class: with 3 classes, labels go from 0 to 2.");
        Message(() => table.ToTarget(DataTarget.ClassIndex("kind", 4), "kind")).ShouldContain("line 4, column 'kind', is 1.5, which is no class");
        Message(() => table.ToTarget(DataTarget.MultiHot("kind", 1), "kind")).ShouldContain("line 3, column 'kind', is 3: a target of the kind MultiHot has numbers between 0 and 1");
        Message(() => table.ToTarget(DataTarget.Numbers("both", 3), "size", "kind")).ShouldContain("has 3 values, but 2 columns");
        Message(() => table.ToInput(new DataInput("x", 3), "size")).ShouldContain("has 3 values, but 1 columns");
        Message(() => table.ToInput("x", "sise")).ShouldBe($"{path} has no column 'sise'; it has 'size', 'kind'. Did you mean 'size'?");
        Message(() => Read("a\n1\n", new CsvOptions { ClassColumns = ["b"] })).ShouldContain("has no column 'b'");
        Should.Throw<ArgumentException>(() => table.ToInput("x"));
        Should.Throw<ArgumentException>(() => Read("a\n", new CsvOptions { Separator = '.' }));
    }

    [Fact]
    public void A_class_has_the_same_index_in_both_files()
    {
        CsvTable train = Read("size,species\n1,virginica\n2,setosa\n3,versicolor\n", new CsvOptions { ClassColumns = ["species"] });
        train.Classes("species").ShouldBe(["setosa", "versicolor", "virginica"]);
        Values.LabelsOf(train.ToTarget(s_species, "species")).ShouldBe([2L, 0, 1]);

        CsvTable test = Read("size,species\n1, versicolor \n2,virginica\n", train.Options);
        test.Classes("species").ShouldBe(["setosa", "versicolor", "virginica"]);
        Values.LabelsOf(test.ToTarget(s_species, "species")).ShouldBe([1L, 2]);
        test.Numbers("species").ShouldBe([1f, 2]);
        test.Options.Classes["species"].ShouldBe(train.Options.Classes["species"]);
    }

    [Fact]
    public void The_order_of_classes_can_be_said()
    {
        CsvOptions options = Ordered("low", "middle", "high");

        CsvTable table = Read("size,species\n1,high\n2,low\n", options);
        table.Classes("species").ShouldBe(["low", "middle", "high"]);
        Values.LabelsOf(table.ToTarget(s_species, "species")).ShouldBe([2L, 0]);
        Values.LabelsOf(table.ToTarget(DataTarget.ClassIndex("species", 2).Ignoring(2), "species")).ShouldBe([2L, 0]);
        Message(() => table.ToTarget(DataTarget.ClassIndex("species", 4), "species")).ShouldBe(
            $"{_folder.File("a.csv")}, column 'species', was given 3 classes, 'low', 'middle', 'high', but 'species' has 4: name as many in CsvOptions.Classes.");
        Message(() => Read("size\n1\n", options)).ShouldContain("has no column 'species'");
        Should.Throw<ArgumentException>(() => Read("species\nlow\n", Ordered("low", " low"))).Message.ShouldContain("has the class 'low' twice for column 'species'");
        Should.Throw<ArgumentException>(() => Read("species\nlow\n", Ordered("low", ""))).Message.ShouldContain("a class without a name");
        Should.Throw<ArgumentException>(() => Read("species\nlow\n", Ordered())).Message.ShouldContain("names no classes of column 'species'");
    }

    [Fact]
    public void A_name_that_is_no_class_names_its_line_and_the_nearest_one()
    {
        CsvTable table = Read("size,species\n1,setosa\n2,versicolour\n3,rosa\n", Ordered("setosa", "versicolor", "virginica"));

        table.Numbers("size").ShouldBe([1f, 2, 3]);
        Message(() => table.ToTarget(s_species, "species")).ShouldBe(
            $"{_folder.File("a.csv")}, line 3, column 'species', is 'versicolour', which is none of its classes 'setosa', 'versicolor', 'virginica'; the nearest is 'versicolor': mend the field, or name the class in CsvOptions.Classes.");
        table.Options.Classes["species"].ShouldBe(["setosa", "versicolor", "virginica"]);
    }

    [Theory]
    [InlineData("versicolor,virginica", "holds 2 classes, 'versicolor', 'virginica', but 'species' has 3")]
    [InlineData("setosa", "holds 1 class, 'setosa', but 'species' has 3")]
    [InlineData("a,b,c,d", "holds 4 classes, 'a', 'b', 'c', 'd', but 'species' has 3")]
    public void Classes_that_a_file_happens_to_hold_are_all_of_them_or_refused(string names, string expected)
    {
        CsvTable table = Read($"species\n{names.Replace(',', '\n')}\n", new CsvOptions { ClassColumns = ["species"] });

        Message(() => table.ToTarget(s_species, "species")).ShouldBe(
            $"{_folder.File("a.csv")}, column 'species', {expected}: name all classes in their order in CsvOptions.Classes, or read the file with the Options of the CsvTable to train with.");
        Values.LabelsOf(table.ToTarget(DataTarget.ClassIndex("species", names.Split(',').Length), "species")).Length.ShouldBe(table.Count);
    }

    [Fact]
    public void Two_classes_can_be_yes_and_no()
    {
        var target = DataTarget.MultiHot("survived", 1);
        var options = new CsvOptions { ClassColumns = ["survived"] };

        CsvTable train = Read("survived\nyes\nno\n", options);
        Values.NumbersOf(train.ToTarget(target, "survived")).ShouldBe([1f, 0]);
        Message(() => Read("survived\nyes\n", options).ToTarget(target, "survived")).ShouldContain("holds 1 class, 'yes', but 'survived' has 2");
        Values.NumbersOf(Read("survived\nyes\n", train.Options).ToTarget(target, "survived")).ShouldBe([1f]);
        Values.NumbersOf(Read("survived\nyes\n", options).ToTarget(DataTarget.Numbers("survived", 1), "survived")).ShouldBe([0f]);
    }

    private static CsvOptions Ordered(params string[] names) => new() { Classes = new Dictionary<string, IReadOnlyList<string>> { ["species"] = names } };

    private CsvTable Read(string content, CsvOptions? options = null) =>
        CsvFile.Read(_folder.Write("a.csv", System.Text.Encoding.UTF8.GetBytes(content)), options);

    private static string Message(Action action) => Should.Throw<CnnGenException>(action).Message;
}
