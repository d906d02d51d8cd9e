using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

// The page is HTML and JavaScript, shared with the server's; of Blazor it needs the runtime only. What it calls is in Exports.cs.
await WebAssemblyHostBuilder.CreateDefault(args).Build().RunAsync();
