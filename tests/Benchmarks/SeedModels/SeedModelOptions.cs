using System.CommandLine;
using System.Globalization;
using CnnGen.Samples.Mnist;

namespace CnnGen.Benchmarks.SeedModels;

/// <summary>What to measure, and how; the names and defaults that the PyTorch script has.</summary>
internal sealed class SeedModelOptions
{
    private readonly Option<string> _model = Model();
    private readonly Option<int> _threads = Threads();
    private readonly Option<int> _batch = PositiveNumber("--batch", "images in a batch", 64);
    private readonly Option<int> _images = PositiveNumber("--images", "images in a pass", 6400);
    private readonly Option<int> _repeat = PositiveNumber("--repeat", "measured passes, of which the best counts", 2);
    private readonly Option<string?> _data = new("--data") { Description = "folder with the four files of MNIST" };

    public void AddTo(Command command)
    {
        command.Options.Add(_model);
        command.Options.Add(_threads);
        command.Options.Add(_batch);
        command.Options.Add(_images);
        command.Options.Add(_repeat);
        command.Options.Add(_data);
    }

    public SeedModelRun Read(ParseResult parsed) => new(
        Numbers(parsed.GetValue(_model)!),
        parsed.GetValue(_threads),
        parsed.GetValue(_batch),
        parsed.GetValue(_images),
        parsed.GetValue(_repeat),
        parsed.GetValue(_data));

    public static Option<string> Model()
    {
        var option = new Option<string>("--model") { Description = "1 to 6, or all", DefaultValueFactory = _ => "all" };
        option.Validators.Add(result =>
        {
            var value = result.GetValueOrDefault<string>();
            if (value != "all" && !(int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= ModelCatalog.All.Count))
            {
                result.AddError($"--model is {value}; it must be a number from 1 to {ModelCatalog.All.Count}, or all.");
            }
        });
        return option;
    }

    public static Option<int> Threads() => PositiveNumber("--threads", "threads to compute with", Environment.ProcessorCount);

    /// <summary>The models that a valid value of <see cref="Model"/> means.</summary>
    public static IReadOnlyList<int> Numbers(string model) =>
        model == "all" ? [.. Enumerable.Range(1, ModelCatalog.All.Count)] : [int.Parse(model, CultureInfo.InvariantCulture)];

    public static Option<int> PositiveNumber(string name, string description, int value)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{name} must be at least 1.");
            }
        });
        return option;
    }
}
