using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Emission;

/// <summary>The way of a batch through the network.</summary>
internal sealed class ForwardEmitter
{
    private const string SoleInput = "input";

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
        _names = new Names(model.Fields.Concat(new[] { "scope", "training" }));
        _parameters = _graph.Inputs
            .Select(input => _names.Next(_graph.Inputs.Count == 1 ? SoleInput : Identifiers.From(input.Name)))
            .ToList();
        _locals = _parameters.Concat(Enumerable.Repeat("", _graph.Nodes.Count)).ToArray();
        _lastReader = LastReaders(_graph);
    }

    private string Signature => string.Join(", ", _parameters.Select(static name => $"{Torch.Tensor} {name}"));

    private string Result => Torch.Tensors(_graph.Outputs.Count);

    /// <summary>A network with one output has its scores beside what it gives; one with several just gives them.</summary>
    public static void Emit(CodeWriter writer, ModelText model)
    {
        var emitter = new ForwardEmitter(writer, model);
        if (model.Graph.Outputs.Count == 1)
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

    private void EmitForward()
    {
        EmitDocumentation(_model.Folded switch
        {
            Activation.Softmax => "Class probabilities.",
            Activation.Sigmoid => "Probabilities.",
            _ => "What the network makes of a batch.",
        });
        string signature = $"public override {Result} forward({Signature})";
        string logits = $"Logits({string.Join(", ", _parameters)})";
        if (_model.Folded == Activation.Linear)
        {
            _writer.Line($"{signature} => {logits};");
            return;
        }

        using (_writer.Open(signature))
        {
            _writer.Line($"using var logits = {logits};");
            _writer.Line($"return {ActivationCode.Apply(_model.Folded, "logits", _graph.Output)};");
        }
    }

    private void EmitLogits()
    {
        EmitDocumentation(_model.Folded switch
        {
            Activation.Linear => "The same as forward: there is no final softmax or sigmoid.",
            var folded => $"The scores before the final {(folded == Activation.Softmax ? "softmax" : "sigmoid")}: what the loss is computed from.",
        });
        EmitLayers($"public {Result} Logits({Signature})");
    }

    private void EmitDocumentation(string summary)
    {
        _writer.Line();
        DocumentationEmitter.Summary(_writer, summary);
        for (int i = 0; i < _parameters.Count; i++)
        {
            Shape shape = _graph.Inputs[i].Shape;
            string what = shape.Rank == 3 ? "Images" : shape.IsVector ? "Vectors" : "Examples";
            DocumentationEmitter.Parameter(_writer, _parameters[i], $"{what}, {DocumentationEmitter.Batch(shape)}.");
        }

        IEnumerable<string> outputs = _graph.Outputs.Select(output => DocumentationEmitter.Batch(_graph.ShapeOf(output)));
        DocumentationEmitter.Returns(_writer, $"{string.Join(" and ", outputs)}.");
    }

    private void EmitLayers(string signature)
    {
        using (_writer.Open(signature))
        {
            _writer.Line("// Each tensor is disposed as soon as the last layer that reads it has run; the scope is for exceptions.");
            _writer.Line($"using var scope = {Torch.Root}.NewDisposeScope();");
            for (int i = 0; i < _graph.Nodes.Count; i++)
            {
                EmitNode(i);
            }

            _writer.Line();
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
        bool isFolded = _model.Folded != Activation.Linear && value == _graph.Outputs[0];
        Layer? layer = isFolded ? node.Layer.WithoutActivation : node.Layer;
        if (layer is null)
        {
            // Nothing is left of a softmax that the loss takes over.
            _locals[value] = _locals[node.Inputs[0]];
            return;
        }

        string name = Identifiers.From(node.Name);
        _locals[value] = _names.Next(name);
        List<string> inputs = node.Inputs.Select(input => _locals[input]).ToList();
        var code = new ForwardCode(node, _model.Fields[index], inputs, label => _names.Next($"{name}_{label}"));
        layer.Forward(code);
        _writer.Line();
        EmitComment(node, code);
        EmitSteps(index, code);
    }

    private void EmitComment(Node node, ForwardCode code)
    {
        string inputs = string.Join(", ", node.InputShapes.Select(static shape => shape.Text).Distinct());
        string output = node.Output == node.Input ? "" : $" → {node.Output.Text}";
        string remark = code.Remark is null ? "" : $", {code.Remark}";
        _writer.Line($"// {node.Name}: {inputs}{output}{remark}");
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
