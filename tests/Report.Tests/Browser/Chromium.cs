using Microsoft.Playwright;

namespace CnnGen.Report.Tests.Browser;

/// <summary>
/// The browser that the tests drive: Debian's chromium or any other. <c>CNNGEN_CHROMIUM</c> names the program; nothing is downloaded.
/// <c>CNNGEN_REQUIRE_BROWSER=1</c> makes its absence a failure where it is otherwise a skipped test.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly Dictionary<string, OpenReport> _shared = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why a test that needs a browser is to be skipped; null if it is to run.</summary>
    public static string? SkipReason => Program is not null || Environment.GetEnvironmentVariable("CNNGEN_REQUIRE_BROWSER") == "1"
        ? null
        : "needs Chromium (Debian: chromium; CNNGEN_CHROMIUM names another program).";

    private static string? Program =>
        new[] { Environment.GetEnvironmentVariable("CNNGEN_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (SkipReason is null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Program ?? throw new InvalidOperationException("CNNGEN_REQUIRE_BROWSER is 1, but there is no Chromium: install Debian's chromium, or name a program with CNNGEN_CHROMIUM."),
                // Where the tests run as root, as in a container, it would refuse to start.
                Args = ["--no-sandbox", "--disable-gpu"],
            });
        }
    }

    public async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }

    /// <summary>A file in a page that several tests may read, but none may change.</summary>
    public async Task<OpenReport> Shared(string path)
    {
        if (!_shared.TryGetValue(path, out OpenReport? report))
        {
            _shared[path] = report = await Open(path, 1280);
        }

        return report;
    }

    /// <summary>Opens a file and waits until its scripts have run.</summary>
    public async Task<OpenReport> Open(string path, int width, ColorScheme scheme = ColorScheme.Light, bool hasScript = true)
    {
        IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = hasScript,
        });
        return await OpenReport.In(context, path);
    }
}

/// <summary>A test that needs a browser and is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.SkipReason;
}

/// <summary>The same with cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.SkipReason;
}
