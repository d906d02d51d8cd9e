using System.Globalization;
using CnnGen.Report.Tests.Browser;
using Microsoft.Playwright;

namespace CnnGen.Report.Tests;

/// <summary>The pad: what is drawn, how fast the maps follow, what a pixel explains.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PadTests(Chromium chromium, Reports reports)
{
    // From the event to the drawn maps, the wait for the next picture included.
    private const double MostMilliseconds = 30;

    [BrowserFact]
    public async Task Maps_follow_a_stroke_within_thirty_milliseconds()
    {
        await using OpenReport report = await chromium.Open(reports.Single, 1280);
        List<double> times = [];
        for (int i = 0; i < 12; i++)
        {
            await report.Page.Locator("[data-pad=clear]").ClickAsync();
            await report.Draw((0.3, 0.2), (0.7, 0.25), (0.5, 0.5 + (0.03 * i)), (0.4, 0.85));
            await report.Page.WaitForFunctionAsync("() => document.querySelector('.pad').dataset.milliseconds !== undefined");
            times.Add(double.Parse((await report.Page.Locator(".pad").GetAttributeAsync("data-milliseconds"))!, CultureInfo.InvariantCulture));
        }

        // Another program may take the processor once.
        times.Order().ElementAt(times.Count / 2).ShouldBeLessThanOrEqualTo(MostMilliseconds);
    }

    [BrowserFact]
    public async Task What_is_drawn_is_centred_as_MNIST_is()
    {
        await using OpenReport report = await chromium.Open(reports.Single, 1280);
        await report.Draw((0.05, 0.05), (0.05, 0.35));
        float[] pixels = await Input(report);

        pixels.Max().ShouldBe(1, 0.02);
        Centre(pixels, place => place % 28).ShouldBe(14, 0.6);
        Centre(pixels, place => place / 28).ShouldBe(14, 0.6);
        int[] rows = [.. Enumerable.Range(0, 28).Where(row => pixels.Skip(row * 28).Take(28).Max() > 0)];
        (rows[^1] - rows[0] + 1).ShouldBe(20);
    }

    [BrowserFact]
    public async Task A_digit_of_the_data_is_read_as_the_network_reads_it()
    {
        await using OpenReport report = await chromium.Open(reports.Single, 1280);
        int first = reports.Test.Labels.ToList().IndexOf(4);
        Prediction prediction = Inference.Predict(reports.Models[1], reports.Test.Images[first]);
        await report.Page.Locator("[data-pad=examples] button").Nth(4).ClickAsync();

        (await report.Page.Locator("[data-pad=answer]").InnerTextAsync())
            .ShouldBe(string.Create(CultureInfo.InvariantCulture, $"StridedValidCnn reads {prediction.Label}, {prediction.Probability * 100:F1} % sure."));
    }

    /// <summary>Window times kernel, the sum, the bias and the activation come to what the map shows, everywhere that a click can be.</summary>
    [BrowserFact]
    public async Task The_arithmetic_of_a_pixel_gives_its_value()
    {
        await using OpenReport report = await chromium.Open(reports.Everything, 1280);
        int clicked = 0;
        for (int network = 0; network < reports.Trained.Count; network++)
        {
            await report.Page.Locator("[data-pad=networks] input").Nth(network).CheckAsync();
            ILocator maps = report.Page.Locator(".layers canvas");
            int count = await maps.CountAsync();
            for (int layer = 1; layer < count; layer++)
            {
                // Somewhere in the first map, not in its middle.
                await maps.Nth(layer).FocusAsync();
                await report.Page.Keyboard.PressAsync("ArrowRight");
                Told? told = await report.Page.EvaluateAsync<Told?>("() => ({ type: pad.network.layers[pad.selected.i - 1].type, result: pad.told.result, before: pad.told.before ?? null, activation: pad.told.activation ?? null })");
                if (told is { Before: { } before, Activation: null or "ReLU" })
                {
                    (told.Activation == "ReLU" ? Math.Max(before, 0) : before).ShouldBe(told.Result, 1e-4, told.Type);
                    clicked++;
                }

                (await report.Page.Locator("[data-pad=window]").InnerTextAsync()).ShouldNotContain("NaN");
            }
        }

        clicked.ShouldBeGreaterThan(15);
    }

    [BrowserFact]
    public async Task A_click_on_a_map_shows_window_kernel_and_sum()
    {
        await using OpenReport report = await chromium.Open(reports.Single, 1280);
        await report.Page.Locator(".layers canvas").Nth(3).ClickAsync(new LocatorClickOptions { Position = new Position { X = 10, Y = 10 } });
        string text = await report.Page.Locator("[data-pad=window]").InnerTextAsync();

        text.ShouldContain("conv2d_1: map 0");
        text.ShouldContain("sum over 32 channels");
        (await report.Page.Locator(".taps").AllInnerTextsAsync()).Select(table => table.Split('\n')[0].Trim()).ShouldBe(["window", "kernel", "products"]);
        (await report.Page.Locator(".taps").First.Locator("td").CountAsync()).ShouldBe(9);
        (await report.Page.Locator(".mark:visible").CountAsync()).ShouldBe(2, "the pixel, and its window on the layer before");
    }

    [BrowserFact]
    public async Task The_keyboard_draws()
    {
        await using OpenReport report = await chromium.Open(reports.Single, 1280);
        await report.Page.Locator("[data-pad=clear]").FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");
        (await Input(report)).Max().ShouldBe(0);
        await report.Page.Locator("[data-pad=ink]").FocusAsync();
        await report.Page.Keyboard.PressAsync("Space");
        for (int i = 0; i < 6; i++)
        {
            await report.Page.Keyboard.PressAsync("ArrowDown");
        }

        (await Input(report)).Count(value => value > 0.5).ShouldBeGreaterThan(30);
        (await report.Page.Locator("[data-pad=answer]").InnerTextAsync()).ShouldContain("reads");
        await report.Page.Keyboard.PressAsync("Delete");
        (await Input(report)).Max().ShouldBe(0);
    }

    [BrowserFact]
    public async Task Another_network_can_be_chosen_and_what_is_missing_is_told()
    {
        await using OpenReport report = await chromium.Open(reports.Sample, 1280);
        (await report.Page.Locator("[data-pad=networks] label").AllInnerTextsAsync()).Select(text => text.Trim()).ShouldBe(["StridedSameCnn", "StridedValidCnn"]);
        (await report.Page.Locator("#draw .note").AllInnerTextsAsync()).ShouldHaveSingleItem().ShouldContain("ValidCnn (10.");
        await report.Page.Locator("[data-pad=networks] input").Nth(1).CheckAsync();

        (await report.Page.Locator("[data-pad=answer]").InnerTextAsync()).ShouldStartWith("StridedValidCnn reads");
        (await report.Page.Locator(".layers figcaption").Nth(1).InnerTextAsync()).ShouldContain("13×13×32");
    }

    // After the picture that shows the last change.
    private static async Task<float[]> Input(OpenReport report)
    {
        await report.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        return await report.Page.EvaluateAsync<float[]>("() => [...pad.input]");
    }

    private static double Centre(float[] pixels, Func<int, int> place) =>
        pixels.Select((ink, i) => ink * (place(i) + 0.5)).Sum() / pixels.Sum();

    private sealed class Told
    {
        public string Type { get; set; } = "";

        public double Result { get; set; }

        public double? Before { get; set; }

        public string? Activation { get; set; }
    }
}
