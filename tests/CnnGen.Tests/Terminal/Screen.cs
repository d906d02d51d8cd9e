using System.Collections.Concurrent;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CnnGen.Tests.Terminal;

/// <summary>A console of any size whose output is a text, and whose keys the test presses.</summary>
internal sealed class Screen : IAnsiConsole, IAnsiConsoleInput
{
    private readonly IAnsiConsole _console;
    private readonly StringWriter _output = new();
    private readonly ConcurrentQueue<char> _keys = new();

    public Screen(int width = 80, int height = 24, bool ansi = true, bool unicode = true)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(TextWriter.Synchronized(_output)),
        });
        (Profile.Width, Profile.Height, Profile.Capabilities.Unicode) = (width, height, unicode);
    }

    public string Text => _output.ToString();

    /// <summary>How often something was drawn.</summary>
    public int Drawings { get; private set; }

    public Profile Profile => _console.Profile;

    public IAnsiConsoleCursor Cursor => _console.Cursor;

    public IAnsiConsoleInput Input => this;

    public IExclusivityMode ExclusivityMode => _console.ExclusivityMode;

    public RenderPipeline Pipeline => _console.Pipeline;

    public void Press(char key) => _keys.Enqueue(key);

    public void Clear(bool home) => _console.Clear(home);

    public void Write(IRenderable renderable)
    {
        Drawings++;
        _console.Write(renderable);
    }

    public bool IsKeyAvailable() => !_keys.IsEmpty;

    public ConsoleKeyInfo? ReadKey(bool intercept) =>
        _keys.TryDequeue(out char key) ? new ConsoleKeyInfo(key, default, false, false, false) : null;

    public Task<ConsoleKeyInfo?> ReadKeyAsync(bool intercept, CancellationToken cancellationToken) => Task.FromResult(ReadKey(intercept));
}
