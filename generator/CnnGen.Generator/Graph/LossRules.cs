using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Graph;

/// <summary>Which loss fits the labels and the last layer, and what can be measured beside it.</summary>
internal sealed class LossRules
{
    private readonly Arguments _arguments;
    private readonly ImageDataDeclaration _data;
    private readonly string _dataName;
    private readonly List<Problem> _problems;
    private readonly Node? _last;
    private readonly GraphBuilder _graph;

    private LossRules(
        Arguments arguments, ImageDataDeclaration data, ModelDeclaration declaration, GraphBuilder graph, List<Problem> problems)
    {
        _arguments = arguments;
        _data = data;
        _dataName = declaration.Data!.Name;
        _problems = problems;
        _graph = graph;
        _last = graph.IsCertain ? graph.Last : null;
    }

    private GraphPath Path => _graph.PathTo(_graph.Outputs[0]);

    private LabelKind Labels => (LabelKind)_data.Labels;

    /// <summary>Whether one value says which of two classes it is.</summary>
    private bool IsBinary => _last is { Output.Channels: 1 } && Labels == LabelKind.ClassIndex && _data.Classes == 2;

    /// <summary>The plan with its loss chosen and its metrics checked.</summary>
    public static TrainingPlan Choose(
        TrainingPlan plan, bool hasMetrics, Arguments arguments, ImageDataDeclaration data, ModelDeclaration declaration,
        GraphBuilder graph, List<Problem> problems)
    {
        var rules = new LossRules(arguments, data, declaration, graph, problems);
        bool fitsLabels = rules.CheckLabels(plan.Loss);
        Loss loss = plan.Loss == Loss.Auto ? rules.Default() : plan.Loss;
        if (rules._last is not null && rules.CheckVector() && rules.CheckSoftmax() && fitsLabels && rules.CheckClasses(loss))
        {
            rules.CheckOutput(loss, isChosen: plan.Loss == Loss.Auto);
        }

        Metrics metrics = hasMetrics ? rules.CheckMetrics(plan.Metrics) : rules.DefaultMetrics();
        return plan with { Loss = loss, Metrics = metrics, Labels = rules.Labels };
    }

    private Loss Default() => Labels switch
    {
        LabelKind.Number => Loss.MeanSquaredError,
        LabelKind.OneHot => _last?.Layer.OutputActivation == Activation.Sigmoid
            ? Loss.BinaryCrossentropy
            : Loss.CategoricalCrossentropy,
        _ => IsBinary ? Loss.BinaryCrossentropy : Loss.SparseCategoricalCrossentropy,
    };

    private bool CheckLabels(Loss loss)
    {
        string? remedy = (loss, Labels) switch
        {
            (Loss.SparseCategoricalCrossentropy, LabelKind.OneHot) => "Loss.CategoricalCrossentropy",
            (Loss.CategoricalCrossentropy, LabelKind.ClassIndex) => "Loss.SparseCategoricalCrossentropy",
            (Loss.MeanSquaredError or Loss.MeanAbsoluteError, LabelKind.ClassIndex) => "Loss.SparseCategoricalCrossentropy",
            (Loss.SparseCategoricalCrossentropy or Loss.CategoricalCrossentropy or Loss.BinaryCrossentropy, LabelKind.Number) =>
                "Loss.MeanSquaredError",
            (Loss.BinaryCrossentropy, LabelKind.ClassIndex) when _data.Classes > 2 => "Loss.SparseCategoricalCrossentropy",
            _ => null,
        };
        if (remedy is not null)
        {
            _arguments.Report(RuleIds.LossAndLabels, "Loss", [Use(remedy)], loss.ToString(), Wanted(loss), _dataName, Given(), remedy);
        }

        return remedy is null;
    }

    private static string Wanted(Loss loss) => loss switch
    {
        Loss.SparseCategoricalCrossentropy => "class indices",
        Loss.CategoricalCrossentropy => "one-hot vectors",
        Loss.BinaryCrossentropy => "labels of two classes",
        _ => "numbers",
    };

    private string Given() => Labels switch
    {
        LabelKind.OneHot => "one-hot vectors",
        LabelKind.Number => "numbers",
        _ when _data.Classes > 0 => $"class indices of {Words.Text(_data.Classes)} classes",
        _ => "class indices",
    };

    private bool CheckVector()
    {
        if (_last!.Output.IsVector)
        {
            return true;
        }

        Node? dense = Path.Nodes.FirstOrDefault(static node => node.Layer.UnitsArgument == "units" && !node.Input.IsVector);
        string place = dense is null ? $"below {_last.Name}" : $"above {dense.Name}";
        ReportLast(
            RuleIds.OutputIsMap, null, dense is null ? VectorBelow(_last) : VectorAbove(dense), _last.Name, _last.Output.Text, Path.Text, place);
        return false;
    }

    private IEnumerable<Mend> VectorAbove(Node dense)
    {
        if (_graph.MendableAttributeOf(dense) is { } attribute)
        {
            yield return Mends.InsertFlatten(attribute, dense);
            if (dense.Input.Rank == 3 && attribute["InputFeatures"] is null)
            {
                yield return Mends.Insert("GlobalAveragePooling2D", attribute, dense.Name);
            }
        }
    }

    private IEnumerable<Mend> VectorBelow(Node last)
    {
        if (_graph.MendableAttributeOf(last) is not { } attribute || !_graph.EndsWithLast)
        {
            yield break;
        }

        yield return Add("Flatten", last.Output.Count);
        if (last.Output.Rank == 3)
        {
            yield return Add("GlobalAveragePooling2D", last.Output.Channels);
        }

        Mend Add(string layer, long values) => values == _data.Classes || _data.Classes == 0
            ? new Mend($"Add [{layer}] below {last.Name}", Edit.InsertBelow(attribute.Index, layer))
            : new Mend($"Add [{layer}] and [Dense({Words.Text(_data.Classes)})] below {last.Name}",
                Edit.InsertBelow(attribute.Index, layer), Edit.InsertBelow(attribute.Index, Classifier));
    }

    private string Classifier => $"Dense({Words.Text(_data.Classes)}, Activation = Activation.Softmax)";

    private bool CheckSoftmax()
    {
        if (_last!.Layer.OutputActivation != Activation.Softmax || _last.Output.Channels > 1)
        {
            return true;
        }

        ReportLast(RuleIds.SoftmaxOverOneUnit, _last.Layer.ActivationArgument, Activate(nameof(Activation.Sigmoid)), _last.Name);
        return false;
    }

    private bool CheckClasses(Loss loss)
    {
        int units = _last!.Output.Channels;
        if (Labels == LabelKind.Number || _data.Classes == 0 || units == _data.Classes
            || (IsBinary && loss == Loss.BinaryCrossentropy))
        {
            return true;
        }

        // The layer that decides on the number of values may stand above an activation.
        Node source = Path.Nodes.LastOrDefault(static node => !node.Layer.KeepsShape) ?? Path.Nodes[0];
        string remedy = source.Layer.UnitsArgument is { } argument
            ? $"Give {source.Name} {Words.Text(_data.Classes)} {argument}."
            : $"Add [{Classifier}].";
        _problems.Add(new Problem(
            RuleIds.ClassCount, _graph.AnchorOf(source, source.Layer.UnitsArgument),
            EquatableArray.Of(source.Name, Words.Count(units, "value", "values"), _dataName, Words.Text(_data.Classes), remedy))
        {
            Mends = ClassMends(source).ToEquatableArray(),
        });
        return false;
    }

    private IEnumerable<Mend> ClassMends(Node source)
    {
        if (source.Layer.UnitsArgument is { } argument && _graph.MendableAttributeOf(source) is { } units)
        {
            string classes = Words.Text(_data.Classes);
            yield return new Mend($"Give {source.Name} {classes} {argument}", Edit.Set(units.Index, argument, classes));
        }
        else if (source.Layer.UnitsArgument is null && _graph.EndsWithLast && _graph.MendableAttributeOf(_last!) is { } last)
        {
            yield return new Mend($"Add [{Classifier}]", Edit.InsertBelow(last.Index, Classifier));
        }
    }

    private void CheckOutput(Loss loss, bool isChosen)
    {
        Activation activation = _last!.Layer.OutputActivation;
        var (remedy, mends) = OutputRemedy(loss, activation);
        if (remedy is null)
        {
            return;
        }

        string name = $"Loss.{loss}" + (isChosen ? $", the loss for {Given()}," : "");
        string end = activation == Activation.Linear
            ? $"{Words.Count(_last.Output.Channels, "unit", "units")} without an activation"
            : $"Activation.{activation}";
        if (isChosen)
        {
            ReportLast(RuleIds.LossAndOutput, _last.Layer.ActivationArgument, mends, name, _last.Name, end, remedy);
        }
        else
        {
            _arguments.Report(RuleIds.LossAndOutput, "Loss", mends, name, _last.Name, end, remedy);
        }
    }

    // ReLU can be trained, as scores that are never below zero: advice speaks of it.
    private (string? Text, IEnumerable<Mend> Mends) OutputRemedy(Loss loss, Activation activation) => (loss, activation) switch
    {
        (Loss.SparseCategoricalCrossentropy or Loss.CategoricalCrossentropy,
            not (Activation.Softmax or Activation.Linear or Activation.ReLU)) =>
            ("Use Activation.Softmax.", Activate(nameof(Activation.Softmax))),
        (Loss.BinaryCrossentropy, _) when Labels == LabelKind.ClassIndex && !IsBinary =>
            ("Use one unit with Activation.Sigmoid, or Loss.SparseCategoricalCrossentropy with Activation.Softmax.", SparseOrOneUnit()),
        (Loss.BinaryCrossentropy, Activation.Softmax) => (
            "Use Loss.CategoricalCrossentropy or Activation.Sigmoid.",
            Activate(nameof(Activation.Sigmoid)).Prepend(Use("Loss.CategoricalCrossentropy"))),
        (Loss.BinaryCrossentropy, not (Activation.Sigmoid or Activation.Linear or Activation.ReLU)) =>
            ("Use Activation.Sigmoid.", Activate(nameof(Activation.Sigmoid))),
        _ => (null, []),
    };

    private IEnumerable<Mend> SparseOrOneUnit()
    {
        if (_graph.MendableAttributeOf(_last!) is { } attribute && _last!.Layer is { UnitsArgument: { } units, ActivationArgument: { } activation })
        {
            yield return new Mend(
                "Use one unit with Activation.Sigmoid",
                Edit.Set(attribute.Index, units, "1"), Edit.Set(attribute.Index, activation, "Activation.Sigmoid"));
            Mend sparse = Use("Loss.SparseCategoricalCrossentropy");
            yield return new Mend(
                $"{sparse.Title} with Activation.Softmax",
                sparse.Edits.Append(Edit.Set(attribute.Index, activation, "Activation.Softmax")).ToEquatableArray());
        }
    }

    private Mend Use(string loss) => new($"Use {loss}", Edit.Set(_arguments.Attribute, "Loss", loss));

    private IEnumerable<Mend> Activate(string activation) => _graph.MendableAttributeOf(_last!) is { } attribute
        ? [Mends.Activate(attribute, _last!.Layer.ActivationArgument, activation)]
        : [];

    private Metrics DefaultMetrics() => Labels == LabelKind.Number ? Metrics.MeanAbsoluteError : Metrics.Accuracy;

    private Metrics CheckMetrics(Metrics metrics)
    {
        if (Labels == LabelKind.Number && (metrics & (Metrics.Accuracy | Metrics.Top5Accuracy)) != 0)
        {
            string name = (metrics & Metrics.Accuracy) != 0 ? nameof(Metrics.Accuracy) : nameof(Metrics.Top5Accuracy);
            ReportMetrics(name, $"the labels of '{_dataName}' are numbers, not classes", nameof(Metrics.MeanAbsoluteError));
        }
        else if (Labels == LabelKind.ClassIndex && (metrics & Metrics.MeanAbsoluteError) != 0)
        {
            ReportMetrics(nameof(Metrics.MeanAbsoluteError), $"the labels of '{_dataName}' are class indices", nameof(Metrics.Accuracy));
        }
        else if ((metrics & Metrics.Top5Accuracy) != 0 && _last is { Output: { IsVector: true, Channels: < 5 } })
        {
            ReportMetrics(nameof(Metrics.Top5Accuracy),
                $"{_last.Name} gives {Words.Count(_last.Output.Channels, "value", "values")}, fewer than five", nameof(Metrics.Accuracy));
        }

        return metrics;
    }

    private void ReportMetrics(string metric, string reason, string right) => _arguments.Report(
        RuleIds.Metrics, "Metrics", [new Mend($"Use Metrics.{right}", Edit.Set(_arguments.Attribute, "Metrics", $"Metrics.{right}"))],
        metric, reason, $"Use Metrics.{right}.");

    private void ReportLast(string id, string? argument, IEnumerable<Mend> mends, params string[] values) =>
        _problems.Add(new Problem(id, _graph.AnchorOf(_last!, argument), values.ToEquatableArray()) { Mends = mends.ToEquatableArray() });
}
