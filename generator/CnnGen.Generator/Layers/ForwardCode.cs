using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CnnGen.Generator.Network;

namespace CnnGen.Generator.Layers;

/// <summary>
/// Takes down what a layer does to a batch, step by step. Each step becomes the new <see cref="Value"/>; who
/// disposes what and how the locals are called is the emitter's business.
/// </summary>
internal sealed class ForwardCode
{
    // Around each tensor in an expression, so that a step knows what it reads.
    private const char Begin = '\u0003';
    private const char End = '\u0004';

    private readonly Func<string, string> _nameLocal;
    private readonly List<ForwardStep> _steps = new();

    /// <param name="node">The layer at its place.</param>
    /// <param name="field">The field with its module.</param>
    /// <param name="inputs">The locals that it reads.</param>
    /// <param name="nameLocal">Gives a local for a step's label.</param>
    public ForwardCode(Node node, string field, IReadOnlyList<string> inputs, Func<string, string> nameLocal)
    {
        Node = node;
        Field = field;
        Inputs = inputs.Select(Marked).ToList();
        Value = Inputs[0];
        _nameLocal = nameLocal;
    }

    public Node Node { get; }

    public string Field { get; }

    /// <summary>What it reads, for expressions.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>What has been computed so far, for expressions.</summary>
    public string Value { get; private set; }

    /// <summary>The list that takes what outputs cost; <see langword="null"/> where nothing does.</summary>
    public string? Penalties { get; init; }

    /// <summary>A comment on what the steps do not say.</summary>
    public string? Comment { get; set; }

    public IReadOnlyList<ForwardStep> Steps => _steps;

    /// <summary>The last step that reads a tensor; the first one if none does.</summary>
    public int LastUse(string local) => Math.Max(0, _steps.FindLastIndex(step => step.Reads.Contains(local)));

    /// <param name="label">What the step's local is called, unless it is the layer's last.</param>
    /// <param name="expression">An expression over <see cref="Value"/> and <see cref="Inputs"/>.</param>
    public void Next(string label, string expression)
    {
        string local = _nameLocal(label);
        var (text, reads) = Read(expression);
        _steps.Add(new ForwardStep(local, text, reads));
        Value = Marked(local);
    }

    private static string Marked(string local) => Begin + local + End;

    private static (string Text, HashSet<string> Reads) Read(string expression)
    {
        var text = new StringBuilder();
        var reads = new HashSet<string>();
        string[] parts = expression.Split(Begin);
        text.Append(parts[0]);
        foreach (string part in parts.Skip(1))
        {
            int end = part.IndexOf(End);
            reads.Add(part.Substring(0, end));
            text.Append(part, 0, end).Append(part, end + 1, part.Length - end - 1);
        }

        return (text.ToString(), reads);
    }
}

/// <summary>A local and what it is set to.</summary>
/// <param name="Local">Its name.</param>
/// <param name="Expression">The C# expression.</param>
/// <param name="Reads">The tensors in it.</param>
internal sealed record ForwardStep(string Local, string Expression, IReadOnlyCollection<string> Reads);
