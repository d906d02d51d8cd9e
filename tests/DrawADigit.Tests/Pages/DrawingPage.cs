using CnnGen.Report.Tests.Browser;
using Microsoft.Playwright;

namespace CnnGen.Samples.DrawADigit.Tests;

/// <summary>The page in a browser, and how digits are drawn on it.</summary>
internal sealed class DrawingPage(OpenReport opened) : IAsyncDisposable
{
    /// <summary>How a hand draws each digit, as strokes of points in shares of the paper's sides.</summary>
    public static IReadOnlyList<(double X, double Y)[][]> Strokes { get; } =
    [
        [Arc(0.5, 0.5, 0.22, 0.34, -90, -450)],
        [[(0.38, 0.32), (0.52, 0.18), (0.52, 0.82)]],
        [[.. Arc(0.5, 0.34, 0.2, 0.18, -170, 30), (0.3, 0.82), (0.75, 0.82)]],
        [[.. Arc(0.47, 0.33, 0.19, 0.16, -150, 90), .. Arc(0.47, 0.66, 0.23, 0.17, -90, 150)]],
        [[(0.36, 0.18), (0.3, 0.52), (0.72, 0.52)], [(0.62, 0.2), (0.6, 0.84)]],
        [[(0.68, 0.18), (0.38, 0.18), (0.36, 0.46), .. Arc(0.47, 0.63, 0.22, 0.2, -120, 140)]],
        [[(0.6, 0.15), (0.44, 0.34), (0.36, 0.56), .. Arc(0.5, 0.64, 0.16, 0.18, -180, 180)]],
        [[(0.28, 0.2), (0.74, 0.2), (0.45, 0.85)]],
        [[.. Arc(0.5, 0.33, 0.15, 0.15, 90, -270), .. Arc(0.5, 0.67, 0.19, 0.18, -90, 270)]],
        [[.. Arc(0.5, 0.34, 0.17, 0.17, 0, -360), (0.66, 0.36), (0.6, 0.85)]],
    ];

    public IPage Page => opened.Page;

    public IReadOnlyList<string> Messages => opened.Messages;

    public IReadOnlyList<string> Requests => opened.Requests;

    public static async Task<DrawingPage> Open(Chromium chromium, string address, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var page = new DrawingPage(await chromium.Open(address, width, scheme));
        await page.Page.WaitForSelectorAsync("body[data-ready][data-digit]");
        return page;
    }

    /// <summary>Draws a digit with the mouse.</summary>
    public async Task Draw(int digit)
    {
        ILocator ink = Page.Locator("#ink");
        await ink.ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = (await ink.BoundingBoxAsync())!;
        foreach ((double X, double Y)[] stroke in Strokes[digit])
        {
            await Move(stroke[0]);
            await Page.Mouse.DownAsync();
            foreach ((double X, double Y) point in stroke.Skip(1))
            {
                await Move(point);
            }

            await Page.Mouse.UpAsync();
        }

        Task Move((double X, double Y) point) => Page.Mouse.MoveAsync(
            (float)(box.X + (point.X * box.Width)), (float)(box.Y + (point.Y * box.Height)), new MouseMoveOptions { Steps = 2 });
    }

    /// <summary>Draws a digit with fingers: faster than the mouse, whose way takes its time.</summary>
    /// <param name="digit">The digit.</param>
    /// <param name="scale">Its size beside that of <see cref="Strokes"/>.</param>
    /// <param name="toX">How far it is moved to the right, in shares of the paper's side.</param>
    /// <param name="toY">How far it is moved down.</param>
    public Task Touch(int digit, double scale = 1, double toX = 0, double toY = 0) => Page.EvaluateAsync(
        """
        strokes => {
          const ink = document.getElementById("ink"), box = ink.getBoundingClientRect();
          ink.setPointerCapture = () => { };
          const send = (type, [x, y]) => ink.dispatchEvent(new PointerEvent(type, {
            pointerId: 5, pointerType: "touch", bubbles: true, cancelable: true, button: type === "pointermove" ? -1 : 0,
            clientX: box.left + x * box.width, clientY: box.top + y * box.height }));
          for (const stroke of strokes) {
            send("pointerdown", stroke[0]);
            for (const point of stroke) send("pointermove", point);
            send("pointerup", stroke.at(-1));
          }
        }
        """,
        Strokes[digit].Select(stroke => stroke.Select(point => new[] { 0.5 + ((point.X - 0.5) * scale) + toX, 0.5 + ((point.Y - 0.5) * scale) + toY })));

    /// <summary>What stands there as the answer, once nothing changes any more.</summary>
    public async Task<string> Answer()
    {
        await Page.WaitForFunctionAsync("() => document.body.dataset.pending === undefined");
        return await Page.Locator("#digit").InnerTextAsync();
    }

    public async Task Press(string key, int times = 1)
    {
        for (int i = 0; i < times; i++)
        {
            await Page.Keyboard.PressAsync(key);
        }
    }

    public ValueTask DisposeAsync() => opened.DisposeAsync();

    private static (double X, double Y)[] Arc(double x, double y, double width, double height, double from, double to)
    {
        const int Points = 14;
        return [.. Enumerable.Range(0, Points + 1).Select(i =>
        {
            double angle = (from + ((to - from) * i / Points)) * Math.PI / 180;
            return (x + (width * Math.Cos(angle)), y + (height * Math.Sin(angle)));
        })];
    }
}
