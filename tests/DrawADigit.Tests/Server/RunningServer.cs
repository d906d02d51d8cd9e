using CnnGen.Samples.DrawADigit.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CnnGen.Samples.DrawADigit.Tests;

/// <summary>The server in this process, on a free port.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private WebApplication? _site;

    internal ServerOptions Options { get; init; } = new() { Port = 0 };

    internal string Address { get; private set; } = "";

    internal HttpClient Client { get; private set; } = new();

    internal DigitReader Reader => _site!.Services.GetRequiredService<CnnGen.Samples.DrawADigit.Server.Training.Readiness>().Reader!;

    public async Task InitializeAsync()
    {
        _site = Site.Create(Options);
        await _site.StartAsync();
        Address = _site.Urls.First() + "/";
        Client = new HttpClient { BaseAddress = new Uri(Address) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _site!.StopAsync();
        await _site.DisposeAsync();
    }
}
