using CnnGen.Samples.DrawADigit.Server.Monitoring;
using CnnGen.Samples.DrawADigit.Server.Requests;
using CnnGen.Samples.DrawADigit.Server.Training;
using Microsoft.AspNetCore.HostFiltering;

namespace CnnGen.Samples.DrawADigit.Server;

/// <summary>Puts the server together: what it listens on, what it answers.</summary>
internal static class Site
{
    /// <summary>A server that has not been started.</summary>
    /// <exception cref="CnnGenException">The file of weights cannot be used.</exception>
    public static WebApplication Create(ServerOptions options)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, options.Port);
            kestrel.AddServerHeader = false;
            // One more than is taken, so that it is this program that says what is wrong.
            kestrel.Limits.MaxRequestBodySize = RequestBody.MostPictureBytes + 1;
            kestrel.Limits.MaxConcurrentConnections = 200;
        });

        // A page from elsewhere whose name leads to 127.0.0.1 gets no answer.
        builder.Services.Configure<HostFilteringOptions>(static filter => filter.AllowedHosts = ["127.0.0.1", "localhost"]);
        builder.Services.AddSingleton<RequestMetrics>();
        builder.Services.AddSingleton(Readiness.For(options));
        if (options.FileToRead is null)
        {
            builder.Services.AddSingleton(options);
            builder.Services.AddHostedService<FirstTraining>();
        }

        WebApplication site = builder.Build();
        site.UseHostFiltering();
        site.UseMiddleware<RequestWatch>();
        site.UseDefaultFiles();
        site.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = static file => file.Context.Response.Headers.CacheControl = "no-cache" });
        MonitoringEndpoints.Map(site);
        PredictEndpoint.Map(site);
        return site;
    }
}
