using CnnGen.Report.Tests.Browser;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CnnGen.Report.Tests;

/// <summary>The page in a browser: quiet, alone, as narrow as a telephone, for everybody.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageTests(Chromium chromium, Reports reports)
{
    [BrowserTheory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Says_nothing_to_the_console_and_asks_for_nothing(int width)
    {
        foreach (string path in new[] { reports.Sample, reports.Single })
        {
            await using OpenReport report = await chromium.Open(path, width);
            await report.Draw((0.3, 0.2), (0.7, 0.2), (0.5, 0.8));
            await report.Page.Locator(".layers canvas").Nth(1).ClickAsync();

            report.Messages.ShouldBeEmpty();
            report.Requests.ShouldBeEmpty();
            (await report.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, "nothing juts out");
        }
    }

    [BrowserTheory]
    [InlineData(360, ColorScheme.Light, false)]
    [InlineData(1280, ColorScheme.Light, false)]
    [InlineData(1280, ColorScheme.Dark, true)]
    public async Task Axe_finds_nothing_serious(int width, ColorScheme scheme, bool isComparison)
    {
        await using OpenReport report = await chromium.Open(isComparison ? reports.Sample : reports.Single, width, scheme);
        await report.Page.Locator(".layers canvas").Nth(3).ClickAsync();
        await report.Page.EvaluateAsync("() => { for (const part of document.querySelectorAll('details')) { part.removeAttribute('name'); part.open = true; } }");
        AxeResult result = await report.Page.RunAxe();

        result.Passes.Length.ShouldBeGreaterThan(20);
        result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}").ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Can_be_read_without_script()
    {
        await using OpenReport report = await chromium.Open(reports.Sample, 1280, hasScript: false);

        (await report.Page.Locator("noscript p").IsVisibleAsync()).ShouldBeTrue();
        (await report.Page.Locator(".pad").IsVisibleAsync()).ShouldBeFalse();
        foreach (string part in new[] { ".sentence", ".diagram >> nth=0", ".chart >> nth=0", ".confusion >> nth=0", ".pair >> nth=1", ".losses >> nth=0", ".model-maps img >> nth=0" })
        {
            (await report.Page.Locator(part).IsVisibleAsync()).ShouldBeTrue(part);
        }
    }

    [BrowserFact]
    public async Task Prints_what_is_closed_on_the_screen()
    {
        await using OpenReport report = await chromium.Open(reports.Sample, 1280);
        ILocator last = report.Page.Locator("details.model").Last;
        (await last.GetAttributeAsync("open")).ShouldBeNull();
        await report.Page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        await report.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        (await last.Locator(".confusion").IsVisibleAsync()).ShouldBeTrue();
        (await report.Page.Locator("#draw").IsVisibleAsync()).ShouldBeFalse();
        byte[] file = await report.Page.PdfAsync();
        file.Length.ShouldBeGreaterThan(20_000);
    }

    [BrowserFact]
    public async Task A_cell_of_the_confusion_matrix_opens_its_images()
    {
        await using OpenReport report = await chromium.Open(reports.Single, 1280);
        ILocator cell = report.Page.Locator(".confusion a").Last;
        string id = (await cell.GetAttributeAsync("href"))![1..];
        ILocator pair = report.Page.Locator($"[id='{id}']");
        (await pair.IsVisibleAsync()).ShouldBeFalse();
        await cell.ClickAsync();

        (await pair.IsVisibleAsync()).ShouldBeTrue();
        (await pair.Locator(".example").CountAsync()).ShouldBe(Math.Min(int.Parse(await cell.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture), 12));
        (await report.Page.Locator(".pair:visible").CountAsync()).ShouldBe(1);
    }
}
