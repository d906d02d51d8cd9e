namespace CnnGen.Interop;

/// <summary>
/// The modules of the twin, under names that give its weights the names that they have here. A dot in a name is a module within another one, and
/// what Python would not take behind a dot is registered by its text.
/// </summary>
internal sealed class TwinModules
{
    private readonly Dictionary<string, TwinModule> _modules;
    private readonly HashSet<string> _made = [];

    public TwinModules(IEnumerable<TwinModule> modules) => _modules = modules.ToDictionary(static module => module.Path);

    /// <summary>The module of a path, within the class or from outside.</summary>
    public string At(string path, string network = "self")
    {
        (string? parent, string name) = Split(path);
        string owner = parent is null ? network : At(parent, network);
        return Access(parent, name) switch
        {
            Form.Dot => $"{owner}.{name}",
            Form.Text => $"getattr({owner}, {PythonText.String(name)})",
            _ => $"{owner}._modules[{PythonText.String(name)}]",
        };
    }

    /// <summary>Writes statements that make all of them and give them their start values.</summary>
    public void Write(PythonWriter writer)
    {
        foreach (string path in _modules.Keys)
        {
            Make(path, writer);
        }

        foreach (List<TwinModule> alike in Alike())
        {
            WriteStart(alike, writer);
        }
    }

    private void Make(string path, PythonWriter writer)
    {
        if (!_made.Add(path))
        {
            return;
        }

        (string? parent, string name) = Split(path);
        if (parent is not null)
        {
            Make(parent, writer);
        }

        string creation = _modules.TryGetValue(path, out TwinModule? module) ? module.Creation : "nn.Module()";
        writer.Line(Access(parent, name) switch
        {
            Form.Dot => $"{Parent(parent)}.{name} = {creation}",
            Form.Text => $"{Parent(parent)}.add_module({PythonText.String(name)}, {creation})",
            _ => $"{Parent(parent)}._modules[{PythonText.String(name)}] = {creation}",
        });
    }

    // Modules one behind the other with the same start values are written as a loop.
    private IEnumerable<List<TwinModule>> Alike()
    {
        List<List<TwinModule>> groups = [];
        foreach (TwinModule module in _modules.Values.Where(static module => module.Start.Count > 0))
        {
            if (groups.Find(group => group[0].Start.SequenceEqual(module.Start)) is { } known)
            {
                known.Add(module);
            }
            else
            {
                groups.Add([module]);
            }
        }

        return groups;
    }

    private void WriteStart(List<TwinModule> modules, PythonWriter writer)
    {
        if (modules.Count == 1)
        {
            string self = At(modules[0].Path);
            writer.Lines(modules[0].Start.Select(statement => statement.Replace(TwinModule.Self, self, StringComparison.Ordinal)));
            return;
        }

        string[] all = [.. modules.Select(module => At(module.Path))];
        string list = string.Join(", ", all);
        if (list.Length <= 65)
        {
            writer.Block($"for layer in ({list}):", () => Loop(modules[0], writer));
            return;
        }

        writer.Line("for layer in (");
        writer.Lines(all.Select(static module => $"    {module},"));
        writer.Block("):", () => Loop(modules[0], writer));
    }

    private static void Loop(TwinModule module, PythonWriter writer) =>
        writer.Lines(module.Start.Select(static statement => statement.Replace(TwinModule.Self, "layer", StringComparison.Ordinal)));

    private static (string? Parent, string Name) Split(string path)
    {
        int dot = path.LastIndexOf('.');
        return dot < 0 ? (null, path) : (path[..dot], path[(dot + 1)..]);
    }

    private string Parent(string? path) => path is null ? "self" : At(path);

    // A layer within a layer must not hide what that one has.
    private Form Access(string? parent, string name) =>
        PythonNames.IsOfModules(name) || (parent is not null && _modules.ContainsKey(parent)) ? Form.Entry
        : PythonNames.IsIdentifier(name) ? Form.Dot
        : Form.Text;

    private enum Form
    {
        Dot,
        Text,
        Entry,
    }
}
