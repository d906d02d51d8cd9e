using CnnGen.Report.Tests.Browser;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CnnGen.Samples.DrawADigit.Tests;

/// <summary>The page, whoever predicts: what is drawn is read, by everybody and everywhere.</summary>
public abstract class PageTests(Chromium chromium)
{
    /// <summary>Where the page is, a slash at the end.</summary>
    protected abstract string Address { get; }

    [BrowserFact]
    public async Task A_seven_is_read_as_it_is_drawn()
    {
        await using DrawingPage page = await DrawingPage.Open(chromium, Address);
        (await page.Answer()).ShouldBe("?");
        await page.Draw(7);

        (await page.Answer()).ShouldBe("7");
        (await page.Page.Locator("#sentence").InnerTextAsync()).ShouldMatch("^It reads 7, (9\\d|100)\\.\\d % sure\\.$");
        (await page.Page.Locator("#bars .best").InnerTextAsync()).ShouldStartWith("7");
        await page.Page.Locator("#clear").ClickAsync();
        (await page.Answer()).ShouldBe("?");
        page.Messages.ShouldBeEmpty();
        page.Requests.ShouldAllBe(request => request.StartsWith(Address, StringComparison.Ordinal));
    }

    [BrowserTheory]
    [InlineData(1, 0, 0)]
    [InlineData(0.35, 0.2, -0.25)]
    [InlineData(1.3, -0.03, 0.02)]
    public async Task Every_digit_is_read_large_and_small_and_anywhere(double scale, double toX, double toY)
    {
        await using DrawingPage page = await DrawingPage.Open(chromium, Address);
        List<string> answers = [];
        for (int digit = 0; digit < 10; digit++)
        {
            await page.Page.EvaluateAsync("() => document.getElementById('clear').click()");
            await page.Touch(digit, scale, toX, toY);
            answers.Add(await page.Answer());
        }

        string.Concat(answers).ShouldBe("0123456789");
    }

    [BrowserFact]
    public async Task The_maps_follow_the_drawing()
    {
        await using DrawingPage page = await DrawingPage.Open(chromium, Address);
        string[] captions = [.. await page.Page.Locator("#maps figcaption").AllInnerTextsAsync()];
        await page.Draw(7);
        await page.Answer();
        string seven = await Colours(page);
        await page.Page.Locator("#clear").ClickAsync();
        await page.Draw(0);
        await page.Answer();

        captions.ShouldBe(["the digit 28 × 28", "strokes 16 maps of 26 × 26", "bends 16 maps of 24 × 24", "corners 24 maps of 10 × 10", "arcs 24 maps of 8 × 8", "parts 32 maps of 2 × 2"]);
        seven.Split(';').ShouldAllBe(count => int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) > 8);
        (await Colours(page)).ShouldNotBe(seven);
    }

    [BrowserFact]
    public async Task The_keyboard_draws()
    {
        await using DrawingPage page = await DrawingPage.Open(chromium, Address);
        await page.Press("Tab");
        await page.Press("ArrowLeft", 4);
        await page.Press("Space");
        await page.Press("ArrowRight", 8);
        for (int i = 0; i < 6; i++)
        {
            await page.Press("ArrowDown", 2);
            await page.Press("ArrowLeft");
        }

        (await page.Answer()).ShouldBe("7");
        await page.Press("Space");
        await page.Press("z");
        (await page.Answer()).ShouldBe("?");
    }

    [BrowserTheory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task It_is_for_everybody(int width, ColorScheme scheme)
    {
        await using DrawingPage page = await DrawingPage.Open(chromium, Address, width, scheme);
        await page.Draw(7);
        (await page.Answer()).ShouldBe("7");
        await page.Page.Locator("summary").ClickAsync();
        (await page.Page.Locator("#summary").InnerTextAsync()).Trim().ShouldBe(DigitCnn.Summary.Trim());
        (await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, "nothing juts out");
        AxeResult result = await page.Page.RunAxe();

        result.Passes.Length.ShouldBeGreaterThan(15);
        result.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}").ShouldBeEmpty();
    }

    // How many colours each canvas of maps shows, and a sum of its pixels.
    private static Task<string> Colours(DrawingPage page) => page.Page.EvaluateAsync<string>("""
        () => [...document.querySelectorAll("#maps canvas")].slice(0, 5).map(canvas => {
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return new Set(new Uint32Array(data.buffer)).size;
        }).join(";")
        """);
}

/// <summary>With the server.</summary>
public sealed class ServerPageTests(Chromium chromium, RunningServer server) : PageTests(chromium), IClassFixture<Chromium>, IClassFixture<RunningServer>
{
    private readonly Chromium _chromium = chromium;

    protected override string Address => server.Address;

    [BrowserFact]
    public async Task A_palm_beside_the_pen_draws_nothing()
    {
        await using DrawingPage page = await DrawingPage.Open(_chromium, Address, 360);
        await page.Page.EvaluateAsync("""
            () => {
              const ink = document.getElementById("ink"), box = ink.getBoundingClientRect();
              ink.setPointerCapture = () => { };
              const send = (type, x, y, id) => ink.dispatchEvent(new PointerEvent(type, {
                pointerId: id, pointerType: "touch", bubbles: true, cancelable: true, button: type === "pointermove" ? -1 : 0,
                clientX: box.left + x * box.width, clientY: box.top + y * box.height }));
              send("pointerdown", 0.28, 0.2, 5);
              send("pointermove", 0.74, 0.2, 5);
              send("pointerdown", 0.1, 0.9, 6);
              send("pointermove", 0.9, 0.9, 6);
              send("pointermove", 0.45, 0.85, 5);
              send("pointerup", 0.45, 0.85, 5);
            }
            """);

        (await page.Answer()).ShouldBe("7");
    }

    [BrowserFact]
    public async Task A_training_is_shown_until_the_network_reads()
    {
        var server = new RunningServer { Options = new() { Port = 0, Train = true, Data = Digits.Folder, Epochs = 1 } };
        await server.InitializeAsync();
        try
        {
            await using OpenReport opened = await _chromium.Open(server.Address, 360);
            await opened.Page.WaitForFunctionAsync("() => /epoch 1 of 1, .* left/.test(document.getElementById('wait-text').textContent)");
            (await opened.Page.Locator("#wait-share").EvaluateAsync<double>("bar => bar.value")).ShouldBeInRange(0.001, 1);
            await opened.Page.WaitForSelectorAsync("body[data-ready][data-digit]");

            (await opened.Page.Locator("#wait").IsVisibleAsync()).ShouldBeFalse();
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [BrowserFact]
    public async Task A_server_that_is_gone_is_told()
    {
        var server = new RunningServer();
        await server.InitializeAsync();
        await using DrawingPage page = await DrawingPage.Open(_chromium, server.Address);
        await server.DisposeAsync();
        await page.Draw(7);
        await page.Answer();

        (await page.Page.Locator("#wait").InnerTextAsync()).ShouldContain("The server does not answer any more");
    }
}

/// <summary>Without a server: WebAssembly.</summary>
public sealed class WebAssemblyPageTests(Chromium chromium, PublishedPage published) : PageTests(chromium), IClassFixture<Chromium>, IClassFixture<PublishedPage>
{
    private readonly Chromium _chromium = chromium;

    protected override string Address => published.Address;

    /// <summary>The same pixels, the same weights: the browser computes what this process does, but for the order of sums.</summary>
    [BrowserFact]
    public async Task It_says_what_the_network_says_here()
    {
        await using DrawingPage page = await DrawingPage.Open(_chromium, Address);
        using var reader = DigitReader.Open(Path.Combine(AppContext.BaseDirectory, "Weights", "digits.safetensors"));
        for (int i = 0; i < 10; i++)
        {
            float[] pixels = Digits.Pixels(i);
            double[] sent = Array.ConvertAll(pixels, static value => (double)value);
            float[] there = await page.Page.EvaluateAsync<float[]>("async pixels => (await (await import('./predictor.js')).read(pixels)).probabilities", sent);

            there.ShouldBe(reader.Read(pixels).Probabilities, 1e-4);
        }
    }
}
