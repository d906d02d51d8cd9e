using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Graph;
using CnnGen.Generator.Layers;

namespace CnnGen.Generator.Emission;

/// <summary>The way of a batch through the network.</summary>
internal sealed class ForwardEmitter
{
    private const string Input = "input";

    private readonly CodeWriter _writer;
    private readonly ModelText _model;
    private readonly ModelGraph _graph;
    private readonly Names _names;
    private readonly string[] _locals;
    private readonly int[] _lastReader;

    private ForwardEmitter(CodeWriter writer, ModelText model)
    {
        _writer = writer;
        _model = model;
        _graph = model.Graph;
        _names = new Names(model.Fields.Concat(new[] { Input, "scope", "training" }));
        _locals = Enumerable.Repeat(Input, _graph.Inputs.Count + _graph.Nodes.Count).ToArray();
        _lastReader = LastReaders(_graph);
    }

    public static void Emit(CodeWriter writer, ModelText model)
    {
        EmitForward(writer, model);
        new ForwardEmitter(writer, model).EmitLogits();
    }

    private static void EmitForward(CodeWriter writer, ModelText model)
    {
        writer.Line();
        DocumentationEmitter.Summary(writer, model.Folded switch
        {
            Activation.Softmax => "Class probabilities.",
            Activation.Sigmoid => "Probabilities.",
            _ => "What the network makes of a batch.",
        });
        EmitSignatureDocumentation(writer, model.Graph);
        string signature = $"public override {Torch.Tensor} forward({Torch.Tensor} {Input})";
        if (model.Folded == Activation.Linear)
        {
            writer.Line($"{signature} => Logits({Input});");
            return;
        }

        using (writer.Open(signature))
        {
            writer.Line($"using var logits = Logits({Input});");
            writer.Line($"return {ActivationCode.Apply(model.Folded, "logits")};");
        }
    }

    private static void EmitSignatureDocumentation(CodeWriter writer, ModelGraph graph)
    {
        string what = graph.Input.IsMap ? "Images" : "Vectors";
        DocumentationEmitter.Parameter(writer, Input, $"{what}, {DocumentationEmitter.Batch(graph.Input)}.");
        DocumentationEmitter.Returns(writer, $"{DocumentationEmitter.Batch(graph.Output)}.");
    }

    private void EmitLogits()
    {
        _writer.Line();
        DocumentationEmitter.Summary(_writer, _model.Folded switch
        {
            Activation.Linear => "The same as forward: there is no final softmax or sigmoid.",
            var folded => $"The scores before the final {(folded == Activation.Softmax ? "softmax" : "sigmoid")}: what the loss is computed from.",
        });
        EmitSignatureDocumentation(_writer, _graph);
        using (_writer.Open($"public {Torch.Tensor} Logits({Torch.Tensor} {Input})"))
        {
            _writer.Line("// Each tensor is disposed as soon as the last layer that reads it has run; the scope is for exceptions.");
            _writer.Line($"using var scope = {Torch.Root}.NewDisposeScope();");
            for (int i = 0; i < _graph.Nodes.Count; i++)
            {
                EmitNode(i);
            }

            string result = _locals[_graph.Outputs[0]];
            _writer.Line();
            // The caller keeps its input, so it does not get it back.
            _writer.Line($"return {(result == Input ? $"{Input}.alias()" : result)}.MoveToOuterDisposeScope();");
        }
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
        EmitSteps(index, code.Steps);
    }

    private void EmitComment(Node node, ForwardCode code)
    {
        string output = node.Output == node.Input ? "" : $" → {node.Output.Text(_graph.Format)}";
        string remark = code.Remark is null ? "" : $", {code.Remark}";
        _writer.Line($"// {node.Name}: {node.Input.Text(_graph.Format)}{output}{remark}");
    }

    private void EmitSteps(int index, IReadOnlyList<ForwardStep> steps)
    {
        for (int i = 0; i < steps.Count; i++)
        {
            string local = i == steps.Count - 1 ? _locals[_graph.Inputs.Count + index] : steps[i].Local;
            _writer.Line($"var {local} = {steps[i].Expression};");
            _writer.Lines(Finished(index, steps, i).Select(static tensor => $"{tensor}.Dispose();"));
        }
    }

    // The first step reads the layer's inputs, each later one the step before it. The caller's input is the caller's.
    private IEnumerable<string> Finished(int index, IReadOnlyList<ForwardStep> steps, int step) => step > 0
        ? new[] { steps[step - 1].Local }
        : _graph.Nodes[index].Inputs
            .Where(value => _lastReader[value] == index && _locals[value] != Input)
            .Select(value => _locals[value])
            .Distinct();

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
