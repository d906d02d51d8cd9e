using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Language;
using CnnGen.Generator.Network.Building;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Data;

/// <summary>Whether what the data gives goes into the network: by name, a single input whatever its name.</summary>
internal sealed class InputMatching
{
    private readonly TrainedData _data;
    private readonly ModelDeclaration _declaration;
    private readonly IReadOnlyList<ModelInput> _inputs;
    private readonly Anchor _anchor;
    private readonly List<Problem> _problems;

    private InputMatching(
        TrainedData data, AttributeDeclaration training, ModelDeclaration declaration, IReadOnlyList<ModelInput> inputs, List<Problem> problems) =>
        (_data, _declaration, _inputs, _anchor, _problems) =
            (data, declaration, inputs, new Anchor(training.Index, AttributeDeclaration.TypeArgument), problems);

    /// <returns>Whether each input of the network has one of the data.</returns>
    public static bool Check(
        TrainedData data, AttributeDeclaration training, ModelDeclaration declaration, IReadOnlyList<ModelInput> inputs, List<Problem> problems) =>
        new InputMatching(data, training, declaration, inputs, problems).Check();

    private bool Check()
    {
        bool isSole = _inputs.Count == 1 && _data.Inputs.Count == 1;
        foreach (ModelInput input in _inputs)
        {
            InputDeclaration? given = isSole ? _data.Inputs[0] : _data.Inputs.FirstOrDefault(candidate => candidate.Name == input.Name);
            if (given is null)
            {
                ReportMissing(input);
                return false;
            }

            if (input.Shape is { } shape)
            {
                CheckShape(given, shape, input);
            }
        }

        return true;
    }

    private void ReportMissing(ModelInput input)
    {
        string given = _data.Inputs.Count == 1 && _data.Inputs[0].Name is null
            ? "one input without a name"
            : Words.AllOf(_data.Inputs.Select(static candidate => $"'{candidate.Name}'"));
        _problems.Add(new Problem(RuleIds.DataMatching, _anchor, EquatableArray.Of(
            _declaration.Class.Name, _data.Name, $"it takes '{input.Name}', but the data gives {given}",
            $"Write [InputData(\"{input.Name}\", {input.Shape?.Join(", ") ?? "…"})] on '{_data.Name}', or name the [Input] after the data.")));
    }

    private void CheckShape(InputDeclaration given, Shape shape, ModelInput input)
    {
        Shape data = shape.Reshaped(shape.Format == DataFormat.ChannelsFirst && given.Shape.Count > 1
            ? given.Shape.Take(given.Shape.Count - 1).Prepend(given.Shape[given.Shape.Count - 1])
            : given.Shape);
        if (shape == data)
        {
            return;
        }

        ForgetConsequences(input, data);
        int attribute = input.Attribute.Index;
        string name = input.IsNamed ? $"\"{input.Name}\", " : "";
        string format = shape.Format == DataFormat.ChannelsFirst ? ", Format = DataFormat.ChannelsFirst" : "";
        string written = $"[Input({name}{data.Join(", ")}{format})]";
        bool isFlattened = shape.IsVector && !data.IsVector;
        Edit write = Edit.Set(attribute, "shape", data.Join(", "));
        Fix fix = isFlattened
            ? new Fix($"Write {written} and [Flatten]", write, Edit.InsertBelow(attribute, "Flatten"))
            : new Fix($"Write {written}", write);
        string what = _data.IsOfImages ? "images of " : _inputs.Count > 1 ? $"'{input.Name}' as " : "";
        _problems.Add(new Problem(RuleIds.DataShape, _anchor, EquatableArray.Of(
            _data.Name, what + data.Text, _declaration.Class.Name, shape.Text,
            isFlattened ? $"Write {written} and [Flatten] below it."
            : _data.IsOfImages && shape.Rank != data.Rank ? $"Write [InputData({shape.Join(", ")})] in place of [ImageData], or {written}."
            : $"Write {written}."))
        {
            Fixes = EquatableArray.Of(fix),
        });
    }

    // Layers that would fit if the input were that of the data are not blamed.
    private void ForgetConsequences(ModelInput input, Shape data)
    {
        HashSet<(string, Anchor)> consequences = Found(input);
        consequences.ExceptWith(Found(input with { Shape = data }));
        _problems.RemoveAll(problem => consequences.Contains((problem.Id, problem.Anchor)));

        HashSet<(string, Anchor)> Found(ModelInput of)
        {
            IReadOnlyList<ModelInput> inputs = _inputs.Select(other => other == input ? of : other).ToList();
            return new HashSet<(string, Anchor)>(
                NetworkBuilder.Build(_declaration.Network, inputs).Problems.Select(static problem => (problem.Id, problem.Anchor)));
        }
    }
}
