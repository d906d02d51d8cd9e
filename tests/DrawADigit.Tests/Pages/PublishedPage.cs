using System.Diagnostics;
using System.Runtime.CompilerServices;
using CnnGen.Report.Tests.Browser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace CnnGen.Samples.DrawADigit.Tests;

/// <summary>The page without a server: published as its README says, and given out by a server that knows nothing but files.</summary>
public sealed class PublishedPage : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("draw-page").FullName;
    private WebApplication? _files;

    internal string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (Chromium.SkipReason is null)
        {
            await Publish();
            _files = Files(Path.Combine(_folder, "wwwroot"));
            await _files.StartAsync();
            Address = _files.Urls.First() + "/";
        }
    }

    public async Task DisposeAsync()
    {
        await (_files?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_folder, recursive: true);
    }

    // Without Brotli's copies, which take most of the time and which this server would not give out.
    private async Task Publish([CallerFilePath] string here = "")
    {
        string project = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../samples/DrawADigit/Browser"));
        var start = new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "-o", _folder, "-p:CompressionEnabled=false", "-nodeReuse:false", "-v", "quiet"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What dotnet test tells its own build is not meant for another one.
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using Process publish = Process.Start(start)!;
        Task<string> output = publish.StandardOutput.ReadToEndAsync(), errors = publish.StandardError.ReadToEndAsync();
        await publish.WaitForExitAsync();
        publish.ExitCode.ShouldBe(0, await output + await errors);
    }

    private static WebApplication Files(string folder)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication files = builder.Build();
        files.UseFileServer(new FileServerOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            StaticFileOptions = { ServeUnknownFileTypes = true },
        });
        return files;
    }
}
