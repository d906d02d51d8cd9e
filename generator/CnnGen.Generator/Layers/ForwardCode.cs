using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using CnnGen.Generator.Graph;

namespace CnnGen.Generator.Layers;

/// <summary>
/// Takes down what a layer does to a batch, step by step. Each step becomes the new <see cref="Value"/>; who
/// disposes what and how the locals are called is the emitter's business.
/// </summary>
internal sealed class ForwardCode
{
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
        Inputs = inputs;
        Value = inputs[0];
        _nameLocal = nameLocal;
    }

    public Node Node { get; }

    public string Field { get; }

    public IReadOnlyList<string> Inputs { get; }

    /// <summary>The local with what has been computed so far.</summary>
    public string Value { get; private set; }

    /// <summary>A comment on what the steps do not say.</summary>
    public string? Remark { get; set; }

    public IReadOnlyList<ForwardStep> Steps => _steps;

    /// <summary>The last step that reads a tensor; the first one if none does.</summary>
    public int LastUse(string local)
    {
        var name = new Regex($@"(?<![\w@.]){Regex.Escape(local)}(?!\w)");
        return Math.Max(0, _steps.FindLastIndex(step => name.IsMatch(step.Expression)));
    }

    /// <param name="label">What the step's local is called, unless it is the layer's last.</param>
    /// <param name="expression">An expression over <see cref="Value"/>.</param>
    public void Next(string label, string expression)
    {
        string local = _nameLocal(label);
        _steps.Add(new ForwardStep(local, expression));
        Value = local;
    }
}

/// <summary>A local and what it is set to.</summary>
internal sealed record ForwardStep(string Local, string Expression);
