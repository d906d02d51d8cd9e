using System.Globalization;
using System.Xml.Linq;

namespace CnnGen.Tests.Reports;

/// <summary>What the page says is what was measured, and names cannot break it.</summary>
public class ReportPageTests
{
    private const string Nasty = "</script><script>alert(1)</script>&\"'<b>\u0001";

    [Fact]
    public void Names_stay_text()
    {
        ReportedModel model = Samples.Model(Nasty, classNames: [Nasty, "b&b", "c\"c"]);
        var page = new Page(new TrainingReport(model) { Title = Nasty, DataDescription = Nasty, Command = Nasty }.ToHtml());

        page.All("script").ShouldNotContain(script => script.Value.StartsWith("alert", StringComparison.Ordinal));
        page.All("b").ShouldAllBe(element => element.Value != "");
        page.All("h1").Single().Value.ShouldBe(Nasty.Replace('\u0001', '\uFFFD'));
        page.All("title").First().Value.ShouldStartWith("</script>");
    }

    [Fact]
    public void Every_picture_has_a_title_and_every_chart_a_table()
    {
        Page page = Page.Of(Samples.Model("a"), Samples.Model("b"));
        XElement[] pictures = [.. page.All("svg")];

        pictures.Length.ShouldBe(7, "two diagrams, two curves, calibration, two costs");
        pictures.ShouldAllBe(picture => picture.Elements().First().Name.LocalName == "title" && picture.Elements().First().Value.Length > 5);
        page.All("section").Where(section => section.Descendants().Any(static element => element.Name.LocalName == "svg"))
            .ShouldAllBe(section => section.Descendants().Any(static element => element.Name.LocalName == "details" && (string?)element.Attribute("class") == "data"));
        page.All("img").ShouldAllBe(image => ((string?)image.Attribute("alt"))!.Length > 5);
    }

    [Fact]
    public void The_sentence_has_accuracy_interval_parameters_and_seconds()
    {
        Page page = Page.Of(Samples.Model());
        Proportion accuracy = new(4, 7);

        page.Text.ShouldContain("57.14 % of 7 test images are right");
        page.Text.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"between {accuracy.Low * 100:F2} and {accuracy.High * 100:F2} %"));
        page.Text.ShouldContain("102 parameters and was trained in 4.0 s, 2 epochs.");
    }

    [Theory]
    [InlineData(DataRole.Test, null, "No data was looked at to choose an epoch.")]
    [InlineData(DataRole.Test, DataRole.Validation, "chosen on 7 validation images; the test images were looked at once")]
    [InlineData(DataRole.Test, DataRole.Test, "followed on the same images")]
    [InlineData(DataRole.Validation, DataRole.Validation, "followed on the same images")]
    [InlineData(DataRole.Train, null, "the very images it was trained on")]
    public void It_says_what_was_chosen_on_which_data(DataRole measured, DataRole? validated, string words)
    {
        ReportedModel model = new("net", new Guesser(Guesser.Sure), Samples.History, Samples.Images.As(measured))
        {
            Validation = validated is { } role ? Samples.Images.As(role) : null,
        };

        Page.Of(model).Text.ShouldContain(words);
    }

    [Fact]
    public void The_tables_are_the_report_s_numbers()
    {
        Page page = Page.Of(Samples.Model());

        page.Table("What net takes for what").Skip(1).Select(static row => row.Skip(1).ToArray())
            .ShouldBe([["1", "2", "·"], ["·", "2", "·"], ["1", "·", "1"]]);
        page.Table("Each class")[1].ShouldBe(["0", "50.00 %", "33.33 %", "40.00 %", "3"]);
        page.Table("Learning, epoch by epoch")[1].ShouldBe(["net", "1 (best)", "1.0000", "75.00 %", "–", "–", "0.001", "2.0"]);
        page.Table("How sure, and how often right")[1].ShouldBe(["net", "90 %", "100 %", "7", "92.00 %", "57.14 %"]);
        page.Table("The layers of net")[2].ShouldBe(["dense", "Dense", "3", "51", "48", "4"]);
    }

    [Fact]
    public void Cells_lead_to_their_images()
    {
        Page page = Page.Of(Samples.Model());
        (string Count, string Address)[] cells = [.. page.All("td").Where(static cell => (string?)cell.Attribute("class") == "wrong")
            .Select(static cell => cell.Elements().Single()).Select(static link => (link.Value, (string)link.Attribute("href")!))];

        cells.ShouldBe([("2", "#pair-0-0-1"), ("1", "#pair-0-2-0")]);
        foreach ((string count, string address) in cells)
        {
            page.All("div").Single(part => (string?)part.Attribute("id") == address[1..]).Descendants()
                .Count(static element => (string?)element.Attribute("class") == "example").ShouldBe(int.Parse(count, CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Losses_come_with_the_second_guess()
    {
        Page page = Page.Of(Samples.Model());
        XElement list = page.All("ol").Single(static list => (string?)list.Attribute("class") == "losses");

        list.Elements().Count().ShouldBe(7);
        list.Elements().First().Value.ShouldStartWith("0 taken for 1 92.0 %");
        list.Elements().First().Value.ShouldContain("then 0 · loss 3.22");
    }

    [Fact]
    public void Command_seed_and_Keras_s_table_are_there()
    {
        ReportedModel model = Samples.Model();
        var page = new Page(new TrainingReport(model) { Command = "train net --seed 5", Seed = 5 }.ToHtml());

        page.All("pre").Select(static text => text.Value).ShouldBe([model.Architecture.ToString(), "train net --seed 5"]);
        page.Text.ShouldContain("Seed 5:");
        Page.Of(model).Text.ShouldContain("No seed was given");
    }

    [Fact]
    public void A_training_that_ended_before_its_first_epoch_is_reported_too()
    {
        var model = new ReportedModel("net", new Guesser(Guesser.Sure), new TrainingHistory([]) { StopReason = StopReason.Cancelled, StopMessage = "cancelled." }, Samples.Images);

        Page.Of(model).Text.ShouldContain("trained in 0.0 s, 0 epochs (cancelled).");
        Page.Of(model, Samples.Model("other")).Text.ShouldContain("What it costs");
    }

    [Fact]
    public void The_same_numbers_give_the_same_bytes() =>
        new TrainingReport(Samples.Model()).ToHtml().ShouldBe(new TrainingReport(Samples.Model()).ToHtml());

    [Fact]
    public void Nothing_is_asked_of_anywhere()
    {
        string html = Page.Of(Samples.Model()).Html;

        html.ShouldContain("default-src 'none'".Replace("'", "&#39;", StringComparison.Ordinal));
        html.Replace("http://www.w3.org/1999/xhtml", "", StringComparison.Ordinal).ShouldNotContain("://");
    }
}
