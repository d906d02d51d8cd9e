using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Layers.Activations;
using CnnGen.Generator.Network;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Emission;

/// <summary>The way of a batch through the network.</summary>
internal sealed class ForwardEmitter
{
    private const string SoleInput = "input";
    private const string Scores = "logits";
    private const string Penalties = "penalties";

    private readonly CodeWriter _writer;
    private readonly ModelText _model;
    private readonly ModelGraph _graph;
    private readonly Names _names;
    private readonly List<string> _parameters;
    private readonly string[] _locals;
    private readonly int[] _lastReader;

    private ForwardEmitter(CodeWriter writer, ModelText model)
    {
        _writer = writer;
        _model = model;
        _graph = model.Graph;
        List<string> taken = model.Fields.Concat(Aliases.Names).Concat(GeneratedMembers.Names).Concat(["scope", "first", "i", Penalties]).ToList();
        // Beside the inputs there is a local in one method that no layer's is in.
        var parameters = new Names(taken.Append(Scores));
        _parameters = _graph.Inputs
            .Select(input => parameters.Next(_graph.Inputs.Count == 1 ? SoleInput : Identifiers.From(input.Name)))
            .ToList();
        _names = new Names(taken.Concat(_parameters));
        _locals = _parameters.Concat(Enumerable.Repeat("", _graph.Nodes.Count)).ToArray();
        _lastReader = LastReaders(_graph);
    }

    private string Signature => string.Join(", ", _parameters.Select(static name => $"{Torch.Tensor} {name}"));

    private string Result => Torch.Tensors(_graph.Outputs.Count);

    /// <summary>A network has its scores beside what it gives; one with several outputs only if it is trained.</summary>
    public static void Emit(CodeWriter writer, ModelText model)
    {
        var emitter = new ForwardEmitter(writer, model);
        if (model.HasLogits)
        {
            emitter.EmitForward();
            emitter.EmitLogits();
        }
        else
        {
            emitter.EmitDocumentation("What the network makes of a batch.");
            emitter.EmitLayers($"public override {emitter.Result} forward({emitter.Signature})");
        }

        emitter.EmitMethods();
    }

    // What takes a layer several statements.
    private void EmitMethods()
    {
        for (int i = 0; i < _graph.Nodes.Count; i++)
        {
            Node node = _graph.Nodes[i];
            if (!node.IsShared && node.Layer.Statements(node.Input) is { } statements)
            {
                _writer.Line();
                using (_writer.Open($"private static {Torch.Tensor} {_model.Fields[i]}({Torch.Tensor} images)"))
                {
                    _writer.Lines(statements);
                }
            }
        }
    }

    private IReadOnlyList<OutputText> FoldedOutputs => _model.Outputs.Where(static output => output.Folded != Activation.Linear).ToList();

    private void EmitForward()
    {
        EmitDocumentation((_model.Outputs.Count, _graph.Folded) switch
        {
            (1, Activation.Softmax) => "Class probabilities.",
            (1, Activation.Sigmoid) => "Probabilities.",
            _ => "What the network makes of a batch.",
        });
        string signature = $"public override {Result} forward({Signature})";
        string logits = $"Logits({string.Join(", ", _parameters)})";
        if (FoldedOutputs.Count == 0)
        {
            _writer.Line($"{signature} => {logits};");
            return;
        }

        using (_writer.Open(signature))
        {
            if (_model.Outputs.Count == 1)
            {
                _writer.Line($"using var {Scores} = {logits};");
                _writer.Line($"return {ActivationCode.Apply(_graph.Folded, Scores, _graph.Output)};");
            }
            else
            {
                EmitSeveral(logits);
            }
        }
    }

    private void EmitSeveral(string logits)
    {
        var names = new Names(_parameters.Concat(Aliases.Names).Concat(GeneratedMembers.Names));
        List<string> outputs = _model.Outputs.Select(output => names.Next(output.Identifier)).ToList();
        _writer.Line($"var ({string.Join(", ", outputs)}) = {logits};");
        foreach (OutputText output in FoldedOutputs)
        {
            _writer.Line($"using var {names.Next($"{output.Identifier}_logits")} = {outputs[output.Place]};");
        }

        _writer.Line($"return ({string.Join(", ", _model.Outputs.Select(output =>
            output.Folded == Activation.Linear ? outputs[output.Place] : ActivationCode.Apply(output.Folded, outputs[output.Place], output.Shape)))});");
    }

    private void EmitLogits()
    {
        string folded = string.Join(" and ", FoldedOutputs.Select(static output => output.Folded == Activation.Softmax ? "softmax" : "sigmoid").Distinct());
        EmitDocumentation(folded.Length == 0
            ? "The same as forward: there is no final softmax or sigmoid."
            : $"The scores before the final {folded}: what the loss is computed from.");
        if (!_model.HasActivityPenalties)
        {
            EmitLayers($"public {Result} Logits({Signature})");
            return;
        }

        _writer.Line($"public {Result} Logits({Signature}) => Logits({string.Join(", ", _parameters)}, null);");
        _writer.Line();
        DocumentationEmitter.Summary(_writer, "The same, and adds what each regularised output costs to the list.");
        EmitLayers($"public {Result} Logits({Signature}, {ModelText.PenaltyList}? {Penalties})");
    }

    private void EmitDocumentation(string summary)
    {
        _writer.Line();
        IEnumerable<string> inputs = _graph.Inputs.Select(static input => DocumentationEmitter.Batch(input.Shape));
        IEnumerable<string> outputs = _graph.Outputs.Select(output => DocumentationEmitter.Batch(_graph.ShapeOf(output)));
        DocumentationEmitter.Summary(_writer, $"{summary} {string.Join(", ", inputs)} → {string.Join(", ", outputs)}.");
    }

    private void EmitLayers(string signature)
    {
        using (_writer.Open(signature))
        {
            _writer.Line("// Each tensor is disposed as soon as the last layer that reads it has run; the scope is for exceptions.");
            _writer.Line($"using var scope = {Torch.Root}.NewDisposeScope();");
            if (_model.HasActivityPenalties)
            {
                _writer.Line($"int first = {Penalties}?.Count ?? 0;");
            }

            for (int i = 0; i < _graph.Nodes.Count; i++)
            {
                EmitNode(i);
            }

            if (_model.HasActivityPenalties)
            {
                using (_writer.Open($"for (int i = first; i < {Penalties}?.Count; i++)"))
                {
                    _writer.Line($"{Penalties}[i].MoveToOuterDisposeScope();");
                }
            }

            List<string> results = _graph.Outputs.Select(Kept).ToList();
            _writer.Line($"return {(results.Count == 1 ? results[0] : $"({string.Join(", ", results)})")};");
        }

        // The caller keeps its input, so it does not get it back.
        string Kept(int value) =>
            $"{(_parameters.Contains(_locals[value]) ? $"{_locals[value]}.alias()" : _locals[value])}.MoveToOuterDisposeScope()";
    }

    private void EmitNode(int index)
    {
        Node node = _graph.Nodes[index];
        int value = _graph.Inputs.Count + index;
        bool isFolded = _model.HasLogits && FoldedOutputs.Any(output => _graph.Outputs[output.Place] == value);
        Layer? layer = isFolded ? node.Layer.WithoutActivation : node.Layer;
        if (layer is null && !HasOtherUse(node.Inputs[0], index))
        {
            // Nothing is left of a softmax that the loss takes over.
            _locals[value] = _locals[node.Inputs[0]];
            EmitActivityPenalty(node, value);
            return;
        }

        string name = Identifiers.From(node.Name);
        _locals[value] = _names.Next(name);
        List<string> inputs = node.Inputs.Select(input => _locals[input]).ToList();
        var code = new ForwardCode(node, _model.Fields[index], inputs, label => _names.Next($"{name}_{label}"))
        {
            Penalties = _model.HasActivityPenalties ? Penalties : null,
        };
        if (layer is null)
        {
            // Whoever else has the scores disposes them by himself.
            code.Next("scores", $"{code.Value}.alias()");
        }
        else
        {
            layer.Forward(code);
        }

        EmitComment(node, code);
        EmitSteps(index, code);
        EmitActivityPenalty(node, value);
    }

    // What is passed in is never disposed here.
    private bool HasOtherUse(int value, int reader) => value >= _graph.Inputs.Count
        && (_graph.Outputs.Contains(value) || _graph.Nodes.Where((_, i) => i != reader).Any(node => node.Inputs.Contains(value)));

    // As in Keras, of what the layer gives with its activation, for an example on average.
    private void EmitActivityPenalty(Node node, int value)
    {
        string local = _locals[value];
        string output = FoldedOutputs.FirstOrDefault(folded => _graph.Outputs[folded.Place] == value) is { } scores
            ? ActivationCode.Apply(scores.Folded, local, scores.Shape)
            : local;
        if (_model.HasActivityPenalties && node.Layer.ActivityPenalty(output) is { } penalty)
        {
            _writer.Line($"{Penalties}?.Add(({penalty}) / (double){local}.shape[0]);");
        }
    }

    private void EmitComment(Node node, ForwardCode code)
    {
        string inputs = string.Join(", ", node.InputShapes.Select(static shape => shape.Text).Distinct());
        string output = node.Output == node.Input ? "" : $" → {node.Output.Text}";
        string comment = code.Comment is null ? "" : $", {code.Comment}";
        _writer.Line($"// {node.Name}: {inputs}{output}{comment}");
    }

    private void EmitSteps(int index, ForwardCode code)
    {
        IReadOnlyList<ForwardStep> steps = code.Steps;
        string result = _locals[_graph.Inputs.Count + index];
        for (int i = 0; i < steps.Count; i++)
        {
            _writer.Line($"var {(i == steps.Count - 1 ? result : steps[i].Local)} = {steps[i].Expression};");
            _writer.Lines(Finished(index, code, i).Select(static tensor => $"{tensor}.Dispose();"));
        }
    }

    // What no later step and no later layer reads. The caller's input is the caller's.
    private IEnumerable<string> Finished(int index, ForwardCode code, int step)
    {
        IEnumerable<string> inputs = _graph.Nodes[index].Inputs
            .Where(value => _lastReader[value] == index && value >= _graph.Inputs.Count)
            .Select(value => _locals[value])
            .Where(local => !_parameters.Contains(local))
            .Distinct();
        IEnumerable<string> own = code.Steps.Take(step).Select(static earlier => earlier.Local);
        return inputs.Concat(own).Where(local => code.LastUse(local) == step);
    }

    private static int[] LastReaders(ModelGraph graph)
    {
        int[] readers = Enumerable.Repeat(-1, graph.Inputs.Count + graph.Nodes.Count).ToArray();
        for (int i = 0; i < graph.Nodes.Count; i++)
        {
            foreach (int value in graph.Nodes[i].Inputs)
            {
                readers[value] = i;
            }
        }

        foreach (int output in graph.Outputs)
        {
            readers[output] = int.MaxValue;
        }

        return readers;
    }
}
