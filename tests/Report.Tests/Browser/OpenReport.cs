using Microsoft.Playwright;

namespace CnnGen.Report.Tests.Browser;

/// <summary>A report in a page of the browser, and what was heard of it.</summary>
public sealed class OpenReport : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private OpenReport(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>What was written to the console, and errors that nobody caught.</summary>
    public List<string> Messages { get; } = [];

    /// <summary>What was asked for beside the file itself and what it holds.</summary>
    public List<string> Requests { get; } = [];

    internal static async Task<OpenReport> In(IBrowserContext context, string path)
    {
        string address = new Uri(path).AbsoluteUri;
        var report = new OpenReport(context, await context.NewPageAsync());
        report.Page.Console += (_, message) => report.Messages.Add(message.Text);
        report.Page.PageError += (_, error) => report.Messages.Add(error);
        report.Page.Request += (_, request) =>
        {
            if (request.Url != address && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                report.Requests.Add(request.Url);
            }
        };
        await report.Page.GotoAsync(address);
        return report;
    }

    /// <summary>Draws a stroke of straight pieces, in shares of the pad's sides.</summary>
    public async Task Draw(params (double X, double Y)[] points)
    {
        ILocator ink = Page.Locator("[data-pad=ink]");
        await ink.ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = (await ink.BoundingBoxAsync())!;
        await Move(points[0]);
        await Page.Mouse.DownAsync();
        foreach ((double X, double Y) point in points.Skip(1))
        {
            await Move(point);
        }

        await Page.Mouse.UpAsync();

        Task Move((double X, double Y) point) =>
            Page.Mouse.MoveAsync((float)(box.X + (point.X * box.Width)), (float)(box.Y + (point.Y * box.Height)), new MouseMoveOptions { Steps = 4 });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
