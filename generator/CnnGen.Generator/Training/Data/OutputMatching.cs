using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Network;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Training.Data;

/// <summary>Which target belongs to which output: by name, a single one whatever its name.</summary>
internal sealed class OutputMatching
{
    private readonly TrainedData _data;
    private readonly ModelDeclaration _declaration;
    private readonly CheckedNetwork _network;
    private readonly Arguments _training;
    private readonly List<Problem> _problems;

    private OutputMatching(TrainedData data, Arguments training, ModelDeclaration declaration, CheckedNetwork network, List<Problem> problems) =>
        (_data, _training, _declaration, _network, _problems) = (data, training, declaration, network, problems);

    /// <returns>Each output with its target; <see langword="null"/> if one has none, or if the outputs are not known.</returns>
    public static IReadOnlyList<TrainedOutput>? Match(
        TrainedData data, Arguments training, ModelDeclaration declaration, CheckedNetwork network, List<Problem> problems) =>
        new OutputMatching(data, training, declaration, network, problems).Match();

    private IReadOnlyList<TrainedOutput>? Match()
    {
        List<NamedOutput> named = Named();
        var outputs = new List<TrainedOutput>();
        foreach (NamedOutput output in named)
        {
            TrainedTarget? target = TargetOf(output, named.Count);
            if (target is null)
            {
                ReportMissing(output);
                return null;
            }

            outputs.Add(Output(outputs.Count, output, target));
        }

        if (outputs.GroupBy(static output => output.Target).FirstOrDefault(static group => group.Count() > 1) is { } twice)
        {
            Report(named[twice.Last().Place], $"two outputs should give '{twice.Key.Name}'", "Give each output a target of its own.");
            return null;
        }

        return outputs;
    }

    // The last layer is the output where no attribute says another.
    private List<NamedOutput> Named()
    {
        List<NamedOutput> named = _declaration.Attributes
            .Where(static attribute => attribute.Kind == AttributeKind.Output && !attribute.IsBroken)
            .SelectMany(static attribute => attribute["layers"] is EquatableArray<string> names
                ? names.Select(name => new NamedOutput(name, attribute))
                : [])
            .ToList();
        return named.Count == 0 ? [new NamedOutput(null, null)] : named;
    }

    private TrainedTarget? TargetOf(NamedOutput output, int outputs)
    {
        if (output.Attribute?["Target"] is string said)
        {
            return _data.Targets.FirstOrDefault(target => target.Name == said);
        }

        return outputs == 1 && _data.Targets.Count == 1
            ? _data.Targets[0]
            : _data.Targets.FirstOrDefault(target => target.Name == output.Name);
    }

    private void ReportMissing(NamedOutput output)
    {
        string given = _data.Targets.Count == 1 && _data.Targets[0].Name is null
            ? "one target without a name"
            : Words.AllOf(_data.Targets.Select(static target => $"'{target.Name}'"));
        string said = output.Attribute?["Target"] is string name ? $"target '{name}'" : output.Name is { } layer ? $"target '{layer}'" : "name";
        Report(
            output,
            output.Name is null ? $"it has one output, but the data has {given}" : $"its output '{output.Name}' has no {said}: the data has {given}",
            output.Name is null ? "Name the layer to train by [Output(\"layer\", Target = …)]."
            : $"Write [Output(\"{output.Name}\", Target = …)], or [TargetData(\"{output.Name}\", …)] on '{_data.Name}'.");
    }

    private void Report(NamedOutput output, string what, string remedy)
    {
        Anchor anchor = output.Attribute is { } attribute
            ? new Anchor(attribute.Index, attribute["Target"] is string ? "Target" : "layers")
            : new Anchor(_training.Attribute, AttributeDeclaration.TypeArgument);
        _problems.Add(new Problem(RuleIds.DataMatching, anchor, EquatableArray.Of(_declaration.Class.Name, _data.Name, what, remedy)));
    }

    private TrainedOutput Output(int place, NamedOutput named, TrainedTarget target)
    {
        Arguments? own = named.Attribute is { } attribute ? new Arguments(attribute, "Output", RuleIds.TrainingArgument, _problems) : null;
        int? value = _network.IsCertain && _network.IsComplete && place < _network.Outputs.Count ? _network.Outputs[place] : null;
        return new TrainedOutput
        {
            Place = place,
            Target = target,
            DataName = _data.NameOf(target),
            Layer = value is { } known ? _network.LayerGiving(known) : null,
            Shape = value is { } shaped ? _network.ShapeOf(shaped) : null,
            Path = value is { } start ? _network.PathTo(start) : null,
            EndsWithLast = _network.EndsWithLast,
            Attribute = own,
            Loss = Saying("Loss", "CustomLoss"),
            Metrics = Saying("Metrics"),
            ClassWeights = Saying("ClassWeights"),
        };

        Arguments Saying(params string[] arguments) => own is not null && arguments.Any(own.Has) ? own : _training;
    }

    /// <summary>An output as the model names it.</summary>
    private sealed record NamedOutput(string? Name, AttributeDeclaration? Attribute);
}
