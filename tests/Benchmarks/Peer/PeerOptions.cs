using System.CommandLine;
using CnnGen.Benchmarks.Measuring;
using CnnGen.Benchmarks.Networks;

namespace CnnGen.Benchmarks.Peer;

/// <summary>Whom to measure, and how long.</summary>
internal sealed class PeerOptions
{
    private readonly Option<string[]> _only = new("--only")
    {
        Description = "names or numbers of the networks to measure; all if none is named",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int> _threads = NetworkOptions.Threads();
    private readonly Option<double> _seconds = NetworkOptions.Seconds();
    private readonly Option<Measured> _what = NetworkOptions.What();
    private readonly Option<int> _rounds = NumberOption.Positive("--rounds", "times that each side has its turn; the best counts", 2);
    private readonly Option<bool> _quick = new("--quick") { Description = "one round, and half a second for each figure: to see whether all works" };

    private readonly Option<string> _python = new("--python")
    {
        Description = "Python interpreter with PyTorch",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CNNGEN_PYTHON") ?? "/usr/bin/python3",
    };

    private readonly Option<string?> _program = new("--program")
    {
        Description = "CnnGen.Benchmarks.dll of a build with another backend, a further peer",
    };

    private readonly Option<string?> _markdown = new("--markdown")
    {
        Description = "file whose measured section is replaced by the table and the machine's description, such as tests/Benchmarks/RESULTS.md",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _only, _what, _threads, _seconds, _rounds, _quick, _python, _program, _markdown })
        {
            command.Options.Add(option);
        }
    }

    public int Rounds(ParseResult parsed) => parsed.GetValue(_quick) ? 1 : parsed.GetValue(_rounds);

    public string Python(ParseResult parsed) => parsed.GetValue(_python)!;

    public string? Program(ParseResult parsed) => parsed.GetValue(_program);

    public string? Markdown(ParseResult parsed) => parsed.GetValue(_markdown);

    /// <summary>A run for each network that is asked for.</summary>
    public IReadOnlyList<NetworkRun> Runs(ParseResult parsed)
    {
        var names = parsed.GetValue(_only) ?? [];
        var networks = names.Length == 0 ? NetworkCatalog.All : [.. names.Select(NetworkCatalog.Find)];
        var seconds = parsed.GetValue(_quick) ? 0.5 : parsed.GetValue(_seconds);
        return [.. networks.Select(network => new NetworkRun(network, parsed.GetValue(_threads), seconds, parsed.GetValue(_what)))];
    }
}
