namespace CnnGen.Interop;

/// <summary>A layer at work in the twin: what it reads, and the lines of Python that it becomes.</summary>
internal sealed class TwinCall
{
    private readonly Func<string, string> _moduleAt;
    private readonly List<string> _lines = [];

    /// <param name="call">The layer's call.</param>
    /// <param name="shapes">The shapes that it reads.</param>
    /// <param name="output">The shape that it gives.</param>
    /// <param name="inputs">The variables that it reads.</param>
    /// <param name="target">The variable that it sets.</param>
    /// <param name="moduleAt">How the module of a path is written.</param>
    public TwinCall(LayerCall call, IReadOnlyList<TwinShape> shapes, TwinShape output, IReadOnlyList<string> inputs, string target, Func<string, string> moduleAt)
    {
        (Call, Shapes, Output, Inputs, Target, _moduleAt) = (call, shapes, output, inputs, target, moduleAt);
        Value = inputs[0];
    }

    public LayerCall Call { get; }

    public IReadOnlyList<TwinShape> Shapes { get; }

    /// <summary>The shape of the first input.</summary>
    public TwinShape Input => Shapes[0];

    public TwinShape Output { get; }

    public IReadOnlyList<string> Inputs { get; }

    public string Target { get; }

    /// <summary>Whether the softmax or sigmoid that it ends in is left to who asks for it.</summary>
    public bool LeavesActivation { get; init; }

    /// <summary>An expression for what has been computed so far.</summary>
    public string Value { get; set; }

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The layer's module.</summary>
    public string Module => _moduleAt(Call.Module);

    /// <summary>One of several modules of the layer.</summary>
    public string ModuleOf(string part) => _moduleAt(Call.ModuleOf(part));

    /// <summary>Puts what has been computed so far into the variable, so that it can be named more than once.</summary>
    public void Keep() => KeepAs(Target);

    /// <summary>The same with another variable.</summary>
    public void KeepAs(string variable)
    {
        if (Value != variable)
        {
            _lines.Add($"{variable} = {Value}");
            Value = variable;
        }
    }

    /// <summary>Brings the axes into an order, unless they stand so.</summary>
    public void Permute(IReadOnlyList<int> order)
    {
        if (!order.SequenceEqual(Enumerable.Range(0, order.Count)))
        {
            Value = $"{Value}.permute({PythonText.Arguments(order)})";
        }
    }

    /// <summary>Adds zeros at the ends of the axes, or, with negative numbers, takes values away.</summary>
    /// <param name="edges">For each axis how many before and behind.</param>
    public void Pad(IReadOnlyList<double> edges)
    {
        // PyTorch begins with the last axis.
        IEnumerable<double> sides = edges.Chunk(2).Reverse().SelectMany(static edge => edge);
        Value = $"F.pad({Value}, {PythonText.Tuple(sides.Select(PythonText.Integer))})";
        Keep();
    }

    /// <summary>Numbers of a setting, or for each axis what is usual.</summary>
    public IReadOnlyList<double> Numbers(string setting, double usual, int axes) => Call.Numbers(setting) ?? [.. Enumerable.Repeat(usual, axes)];
}
