using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Language;
using CnnGen.Generator.Models;
using CnnGen.Generator.Network;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;
using CnnGen.Generator.Training;
using CnnGen.Generator.Training.Losses;
using CnnGen.Generator.Training.Metrics;

namespace CnnGen.Generator.Emission;

/// <summary>What emitters need to know of one output of a network.</summary>
internal sealed class OutputText
{
    // What else is named after it while it is compared with its target.
    private static readonly string[] s_endings = { "", "_targets", "_loss", "_kept", "_loss_of" };

    private OutputText(ModelGraph graph, ModelPlan model, int place, Names names)
    {
        int value = graph.Outputs[place];
        Place = place;
        Name = graph.NodeOf(value)?.Name ?? graph.Inputs[value].Name;
        Identifier = names.Next(Identifiers.From(Name), s_endings);
        Shape = graph.ShapeOf(value);
        Last = graph.NodeOf(value)?.Layer.OutputActivation ?? Activation.Linear;
        Folded = graph.FoldedAt(place);
        Plan = model.Training?.Outputs[place];
        Class = model.Self;
        Form = PredictionForm.Of(Shape, Last, Plan);
    }

    /// <summary>The place among the outputs.</summary>
    public int Place { get; }

    /// <summary>The layer that gives it.</summary>
    public string Name { get; }

    /// <summary>A local variable of that name.</summary>
    public string Identifier { get; }

    public Shape Shape { get; }

    /// <summary>The activation that it ends in.</summary>
    public Activation Last { get; }

    /// <summary>The activation that is left to the loss.</summary>
    public Activation Folded { get; }

    /// <summary>How it is trained, if it is.</summary>
    public OutputPlan? Plan { get; }

    /// <summary>The model's class, as it is named within itself.</summary>
    public string Class { get; }

    /// <summary>What a program gets of it.</summary>
    public PredictionForm Form { get; }

    /// <summary>The tensor with the channels last, as the library has them.</summary>
    public string ChannelsLast(string tensor) => Shape.IsVector ? tensor : $"{tensor}.permute({Axes(2, Shape.Rank + 1)}, 1)";

    /// <summary>A row for each position: of N × channels × sizes, N·sizes × channels.</summary>
    public string Rows(string tensor) => Shape.IsVector ? tensor : $"{ChannelsLast(tensor)}.reshape(-1, {Literals.Long(Shape.Channels)})";

    /// <summary>The tensor that rows come from.</summary>
    public string Whole(string rows, bool isLabels)
    {
        string sizes = string.Join(", ", Shape.Spatial.Select(static size => Literals.Long(size)));
        return Shape.IsVector ? rows
            : isLabels ? $"{rows}.reshape(-1, {sizes})"
            : $"{rows}.reshape(-1, {sizes}, {Literals.Long(Shape.Channels)}).permute(0, {Literals.Integer(Shape.Rank)}, {string.Join(", ", Enumerable.Range(1, Shape.Rank - 1).Select(static axis => Literals.Integer(axis)))})";
    }

    public static IReadOnlyList<OutputText> Of(ModelGraph graph, ModelPlan model)
    {
        var names = new Names(Aliases.Names.Concat(GeneratedMembers.Names).Concat(OwnFunctions(model.Training)).Concat(
            ["batch", "device", "found", "count", "loss", "sums", "noGrad", "scope", "pass", "outputs", "penalties", "penalty", "values"]));
        return graph.Outputs.Select((_, place) => new OutputText(graph, model, place, names)).ToList();
    }

    // Methods of the author's that are called where the outputs are at hand.
    private static IEnumerable<string> OwnFunctions(TrainingPlan? training) => (training?.Outputs ?? EquatableArray<OutputPlan>.Empty)
        .SelectMany(static output => output.Metrics.OfType<CustomMetric>().Select(static metric => metric.Method)
            .Concat(output.Loss is CustomLoss loss ? [loss.Method] : []));

    private static string Axes(int first, int end) =>
        string.Join(", ", Enumerable.Range(first, end - first).Select(static axis => Literals.Integer(axis)).Prepend("0"));
}
