using System.CommandLine;
using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Measuring;

/// <summary>The options of the commands that measure a network.</summary>
internal static class NetworkOptions
{
    public static Option<string> Network() => new("--network")
    {
        Description = $"name or number: {string.Join(", ", NetworkCatalog.All.Select(network => network.Name))}",
        Required = true,
    };

    public static Option<int> Threads() => NumberOption.Positive("--threads", "threads to compute with", Environment.ProcessorCount);

    public static Option<double> Seconds()
    {
        var option = new Option<double>("--seconds") { Description = "how long each figure is measured, once warm", DefaultValueFactory = _ => 2 };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(result.GetValueOrDefault<double>() > 0)) result.AddError("--seconds must be above 0.");
        });
        return option;
    }

    public static Option<Measured> What() => new("--what")
    {
        Description = "training, inference, or all",
        DefaultValueFactory = _ => Measured.All,
    };
}
