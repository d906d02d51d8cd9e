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
            _arguments.Report(RuleIds.LossAndLabels, "Loss", loss.ToString(), Wanted(loss), _dataName, Given(), remedy);
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
        ReportLast(RuleIds.OutputIsMap, null, _last.Name, _last.Output.Text, Path.Text, place);
        return false;
    }

    private bool CheckSoftmax()
    {
        if (_last!.Layer.OutputActivation != Activation.Softmax || _last.Output.Channels > 1)
        {
            return true;
        }

        ReportLast(RuleIds.SoftmaxOverOneUnit, _last.Layer.ActivationArgument, _last.Name);
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
            : $"Add [Dense({Words.Text(_data.Classes)}, Activation = Activation.Softmax)].";
        _problems.Add(new Problem(
            RuleIds.ClassCount, _graph.AnchorOf(source, source.Layer.UnitsArgument),
            EquatableArray.Of(source.Name, Words.Count(units, "value", "values"), _dataName, Words.Text(_data.Classes), remedy)));
        return false;
    }

    private void CheckOutput(Loss loss, bool isChosen)
    {
        Activation activation = _last!.Layer.OutputActivation;
        string? remedy = (loss, activation) switch
        {
            (Loss.SparseCategoricalCrossentropy or Loss.CategoricalCrossentropy, not (Activation.Softmax or Activation.Linear)) =>
                "Use Activation.Softmax.",
            (Loss.BinaryCrossentropy, Activation.Softmax) => "Use Loss.CategoricalCrossentropy or Activation.Sigmoid.",
            (Loss.BinaryCrossentropy, not (Activation.Sigmoid or Activation.Linear)) => "Use Activation.Sigmoid.",
            (Loss.BinaryCrossentropy, _) when Labels == LabelKind.ClassIndex && !IsBinary =>
                "Use one unit with Activation.Sigmoid, or Loss.SparseCategoricalCrossentropy with Activation.Softmax.",
            _ => null,
        };
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
            ReportLast(RuleIds.LossAndOutput, _last.Layer.ActivationArgument, name, _last.Name, end, remedy);
        }
        else
        {
            _arguments.Report(RuleIds.LossAndOutput, "Loss", name, _last.Name, end, remedy);
        }
    }

    private Metrics DefaultMetrics() => Labels == LabelKind.Number ? Metrics.MeanAbsoluteError : Metrics.Accuracy;

    private Metrics CheckMetrics(Metrics metrics)
    {
        if (Labels == LabelKind.Number && (metrics & (Metrics.Accuracy | Metrics.Top5Accuracy)) != 0)
        {
            string name = (metrics & Metrics.Accuracy) != 0 ? nameof(Metrics.Accuracy) : nameof(Metrics.Top5Accuracy);
            ReportMetrics(name, $"the labels of '{_dataName}' are numbers, not classes", "Use Metrics.MeanAbsoluteError.");
        }
        else if (Labels == LabelKind.ClassIndex && (metrics & Metrics.MeanAbsoluteError) != 0)
        {
            ReportMetrics(nameof(Metrics.MeanAbsoluteError), $"the labels of '{_dataName}' are class indices", "Use Metrics.Accuracy.");
        }
        else if ((metrics & Metrics.Top5Accuracy) != 0 && _last is { Output: { IsVector: true, Channels: < 5 } })
        {
            ReportMetrics(nameof(Metrics.Top5Accuracy),
                $"{_last.Name} gives {Words.Count(_last.Output.Channels, "value", "values")}, fewer than five", "Use Metrics.Accuracy.");
        }

        return metrics;
    }

    private void ReportMetrics(string metric, string reason, string remedy) =>
        _arguments.Report(RuleIds.Metrics, "Metrics", metric, reason, remedy);

    private void ReportLast(string id, string? argument, params string[] values) =>
        _problems.Add(new Problem(id, _graph.AnchorOf(_last!, argument), values.ToEquatableArray()));
}
