using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Language;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Network;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;
using CnnGen.Generator.Training.Data;
using CnnGen.Generator.Training.Losses;

namespace CnnGen.Generator.Training;

/// <summary>Which loss fits the labels and the last layer.</summary>
internal sealed class LossRules
{
    private readonly Arguments _arguments;
    private readonly TrainedTarget _target;
    private readonly string _dataName;
    private readonly TrainedOutput _output;
    private readonly List<Problem> _problems;
    private readonly PlacedLayer? _placed;

    private LossRules(TrainedOutput output, List<Problem> problems)
    {
        _arguments = output.Loss;
        _target = output.Target;
        _dataName = output.DataName;
        _output = output;
        _problems = problems;
        _placed = output.Layer;
    }

    /// <summary>The layer that gives the output; <see langword="null"/> if that is not certain.</summary>
    private Node? Last => _placed?.Node;

    private GraphPath Path => _output.Path!;

    private LabelKind Labels => _target.Kind;

    /// <summary>Whether one value says which of two classes it is. Where the data set keeps its number of classes to itself, it does.</summary>
    private bool IsBinary => Last is { Output.Channels: 1 } && Labels == LabelKind.ClassIndex && _target.Classes is (0 or 2);

    /// <summary>The loss that was chosen, or the one for the labels.</summary>
    /// <param name="chosen">What the attribute says; <see langword="null"/> for what fits.</param>
    /// <param name="output">The output, and what it should give.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static LossKind Choose(LossKind? chosen, TrainedOutput output, List<Problem> problems)
    {
        var rules = new LossRules(output, problems);
        chosen = chosen is CustomLoss own ? own with { HasOneUnit = rules.IsBinary } : chosen;
        LossKind loss = chosen ?? Kind(rules.Default());

        // Whoever takes the softmax of one unit has mistaken the loss for the same reason.
        if (rules.CheckSoftmax(chosen) && rules.CheckLabels(chosen) & rules.CheckShape(chosen) && rules.Last is not null && rules.CheckClasses(loss))
        {
            rules.CheckOutput(loss, isChosen: chosen is null);
        }

        return loss;
    }

    /// <summary>Arguments that belong to another loss than those of all outputs that they are for.</summary>
    /// <param name="arguments">The attribute.</param>
    /// <param name="losses">The losses of these outputs.</param>
    /// <param name="output">The first of these.</param>
    public static void CheckUnused(Arguments arguments, IReadOnlyList<LossKind> losses, TrainedOutput output)
    {
        var rules = new LossRules(output, []);
        UnusedArguments.Check(
            arguments, losses[0].Text, losses.SelectMany(static loss => loss.OwnArguments).ToList(),
            Kinds<LossKind>.In<Loss>().Select(static kind => (kind.Text, kind.OwnArguments)).ToList(),
            (owner, _) => Kinds<LossKind>.In<Loss>().Any(kind => kind.Text == owner && rules.Fits(kind)) ? rules.Use(owner) : null);
    }

    private bool Fits(LossKind loss) => loss.Takes(Labels, _target.Classes)
        && Last is not null && loss.Follows(Last.Layer.OutputActivation)
        && (!loss.IsForOneUnit || Labels != LabelKind.ClassIndex || IsBinary);

    private static LossKind Kind(Loss loss) => Kinds<LossKind>.Of(loss)!;

    private Loss Default() => Labels switch
    {
        LabelKind.Number => Loss.MeanSquaredError,
        LabelKind.OneHot => Last?.Layer.OutputActivation == Activation.Sigmoid
            ? Loss.BinaryCrossentropy
            : Loss.CategoricalCrossentropy,
        LabelKind.MultiHot => Loss.BinaryCrossentropy,
        _ => IsBinary ? Loss.BinaryCrossentropy : Loss.SparseCategoricalCrossentropy,
    };

    private bool CheckLabels(LossKind? chosen)
    {
        if (TakesLabels(chosen))
        {
            return true;
        }

        // The loss for the labels may want another activation than the one that was chosen for the wrong loss.
        LossKind right = Kind(Default());
        bool fits = Last is null || right.Follows(Last.Layer.OutputActivation);
        string remedy = fits ? right.Text : $"{right.Text} with Activation.{right.Right}";
        List<Edit> activation = fits ? [] : Activate(right.Right).SelectMany(static fix => fix.Edits).ToList();
        var fix = new Fix($"Use {(activation.Count > 0 ? remedy : right.Text)}", Use(right.Text).Edits.Concat(activation).ToEquatableArray());
        _arguments.Report(RuleIds.LossAndLabels, "Loss", [fix], chosen!.Name, chosen.Wanted, _dataName, Given(), remedy);
        return false;
    }

    private bool TakesLabels(LossKind? chosen) => chosen is null || chosen.Takes(Labels, _target.Classes);

    private string Given() => Labels switch
    {
        LabelKind.OneHot => "one-hot vectors",
        LabelKind.Number => "numbers",
        LabelKind.MultiHot => "vectors of several classes",
        _ when _target.Classes > 0 => $"class indices of {Words.Text(_target.Classes)} classes",
        _ => "class indices",
    };

    // How many numbers are wanted is told of once the loss is one for numbers.
    private bool CheckShape(LossKind? chosen) => Last is null
        || ((_target.IsMap ? CheckPositions(Last) : CheckVector(Last)) && (!TakesLabels(chosen) || CheckNumbers(Last)));

    private bool CheckVector(Node last)
    {
        if (last.Output.IsVector)
        {
            return true;
        }

        PlacedLayer? dense = Path.Layers.FirstOrDefault(static layer => layer.Node is { Layer.UnitsArgument: "units", Input.IsVector: false });
        string place = dense is null ? $"below {last.Name}" : $"above {dense.Node.Name}";
        ReportLast(
            RuleIds.OutputIsMap, null, dense is null ? VectorBelow(last) : VectorAbove(dense), last.Name, last.Output.Text, Path.Text, place);
        return false;
    }

    private bool CheckPositions(Node last)
    {
        if (_target.HasPositionsOf(last.Output))
        {
            return true;
        }

        string size = Words.Size(_target.Positions.Select(static dimension => (long)dimension));
        ReportShape(last, [], last.Output.IsVector
            ? $"End in a map of {size}: without a layer that makes a vector, and with [{Classifier}] as the last one."
            : $"Bring the map to {size}: Pad.Same keeps a size, strides and poolings divide it, transposed convolutions and upsampling multiply it.");
        return false;
    }

    private bool CheckNumbers(Node last)
    {
        if (Labels != LabelKind.Number || _target.Width == 0 || last.Output.Channels == _target.Width)
        {
            return true;
        }

        PlacedLayer source = UnitsSource;
        IEnumerable<Fix> fixes = source is { Node.Layer.UnitsArgument: { } argument, Fixable: { } units }
            ? [new Fix($"Give {source.Node.Name} {Words.Text(_target.Width)} {argument}", Edit.Set(units.Index, argument, Words.Text(_target.Width)))]
            : [];
        ReportShape(last, fixes, source.Node.Layer.UnitsArgument is { } name
            ? $"Give {source.Node.Name} {Words.Text(_target.Width)} {name}."
            : $"Add [{Layer(_target.Width)})].");
        return false;
    }

    private void ReportShape(Node last, IEnumerable<Fix> fixes, string remedy) =>
        ReportLast(RuleIds.OutputShape, null, fixes, last.Name, last.Output.Text, _dataName, _target.Text, Path.Text, remedy);

    private IEnumerable<Fix> VectorAbove(PlacedLayer dense)
    {
        if (dense.Fixable is { } attribute)
        {
            yield return Fixes.InsertFlatten(attribute, dense.Node);
            if (dense.Node.Input.Rank == 3 && attribute["InputFeatures"] is null)
            {
                yield return Fixes.Insert("GlobalAveragePooling2D", attribute, dense.Node.Name);
            }
        }
    }

    private IEnumerable<Fix> VectorBelow(Node last)
    {
        if (_placed!.Fixable is not { } attribute || !_output.EndsWithLast)
        {
            yield break;
        }

        yield return Add("Flatten", last.Output.Count);
        if (last.Output.Rank == 3)
        {
            yield return Add("GlobalAveragePooling2D", last.Output.Channels);
        }

        Fix Add(string layer, long values) => values == _target.Classes || _target.Classes == 0
            ? new Fix($"Add [{layer}] below {last.Name}", Edit.InsertBelow(attribute.Index, layer))
            : new Fix($"Add [{layer}] and [Dense({Words.Text(_target.Classes)})] below {last.Name}",
                Edit.InsertBelow(attribute.Index, layer), Edit.InsertBelow(attribute.Index, Classifier));
    }

    private string Classifier => _target.Kind == LabelKind.Number
        ? $"{Layer(_target.Width)})"
        : $"{Layer(_target.Classes)}, Activation = Activation.Softmax)";

    // What gives so many values, for each position of a map.
    private string Layer(int values) => _target.IsMap
        ? $"Conv{Words.Text(_target.Positions.Count())}D({Words.Text(values)}, 1"
        : $"Dense({Words.Text(values)}";

    private bool CheckSoftmax(LossKind? chosen)
    {
        if (Last is not { Output.Channels: 1, Layer.OutputActivation: Activation.Softmax } || !(Last.Output.IsVector || _target.IsMap))
        {
            return true;
        }

        var (remedy, fixes) = SoftmaxRemedy(chosen);
        ReportLast(RuleIds.SoftmaxOverOneUnit, Last.Layer.ActivationArgument, fixes, Last.Name, remedy);
        return false;
    }

    /// <summary>What one unit is for, or as many units as there are classes; with the loss that belongs to it, if another was chosen.</summary>
    private (string Text, IEnumerable<Fix> Fixes) SoftmaxRemedy(LossKind? chosen)
    {
        if (IsBinary)
        {
            LossKind binary = Kind(Loss.BinaryCrossentropy);
            bool isBinary = chosen is null or { IsForOneUnit: true };
            Activation right = isBinary && chosen is not null ? chosen.Right : binary.Right;
            return With(binary, isBinary, $"Use Activation.{right}", Activate(right));
        }

        if (Labels == LabelKind.Number)
        {
            return With(Kind(Loss.MeanSquaredError), TakesLabels(chosen), "Use Activation.Linear", Activate(Activation.Linear));
        }

        LossKind loss = Kind(Labels == LabelKind.OneHot ? Loss.CategoricalCrossentropy : Loss.SparseCategoricalCrossentropy);
        bool isKept = TakesLabels(chosen) && chosen is not { IsForOneUnit: true };
        return _target.Classes == 0
            ? With(loss, isKept, "Use one unit for each class", [])
            : With(loss, isKept, UnitsRemedy(UnitsSource.Node, loss), ClassFixes(UnitsSource, loss));
    }

    private (string Text, IEnumerable<Fix> Fixes) With(LossKind loss, bool isKept, string remedy, IEnumerable<Fix> fixes)
    {
        if (isKept)
        {
            return (remedy + ".", fixes);
        }

        Fix use = Use(loss.Text);
        return ($"{remedy}, with {loss.Text}.",
            fixes.Select(fix => new Fix($"{fix.Title} with {loss.Text}", fix.Edits.Concat(use.Edits).ToEquatableArray())));
    }

    // The layer that decides on the number of values may stand above an activation.
    private PlacedLayer UnitsSource => Path.Layers.LastOrDefault(static layer => !layer.Node.Layer.KeepsShape) ?? Path.Layers[0];

    private string UnitsRemedy(Node source, LossKind loss) => source.Layer.UnitsArgument is { } argument
        ? $"Give {source.Name} {Words.Text(_target.Classes)} {argument}" + (NeedsSoftmax(loss) ? " with Activation.Softmax" : "")
        : $"Add [{Classifier}]";

    private bool NeedsSoftmax(LossKind loss) => loss.Right == Activation.Softmax && !loss.Follows(Last!.Layer.OutputActivation);

    private bool CheckClasses(LossKind loss)
    {
        int units = Last!.Output.Channels;
        if (Labels == LabelKind.Number || _target.Classes == 0 || units == _target.Classes
            || (IsBinary && loss.IsForOneUnit))
        {
            return true;
        }

        PlacedLayer source = UnitsSource;

        // One unit is right for two classes, if the loss is the one for it.
        IEnumerable<Fix> fixes = IsBinary ? ClassFixes(source, loss).Prepend(Use("Loss.BinaryCrossentropy")) : ClassFixes(source, loss);
        string remedy = UnitsRemedy(source.Node, loss) + ".";
        remedy = IsBinary ? $"Use Loss.BinaryCrossentropy, or {char.ToLowerInvariant(remedy[0])}{remedy.Substring(1)}" : remedy;
        _problems.Add(new Problem(
            RuleIds.ClassCount, source.AnchorOf(source.Node.Layer.UnitsArgument),
            EquatableArray.Of(source.Node.Name, Words.Count(units, "value", "values"), _dataName, Words.Text(_target.Classes), remedy))
        {
            Fixes = fixes.ToEquatableArray(),
        });
        return false;
    }

    private IEnumerable<Fix> ClassFixes(PlacedLayer source, LossKind loss)
    {
        if (source is { Node.Layer.UnitsArgument: { } argument, Fixable: { } units })
        {
            string classes = Words.Text(_target.Classes);
            var fix = new Fix($"Give {source.Node.Name} {classes} {argument}", Edit.Set(units.Index, argument, classes));
            IEnumerable<Edit> softmax = Activate(Activation.Softmax).SelectMany(static activate => activate.Edits);
            yield return NeedsSoftmax(loss)
                ? new Fix($"{fix.Title} with Activation.Softmax", fix.Edits.Concat(softmax).ToEquatableArray())
                : fix;
        }
        else if (source.Node.Layer.UnitsArgument is null && _output.EndsWithLast && _placed!.Fixable is { } last)
        {
            yield return new Fix($"Add [{Classifier}]", Edit.InsertBelow(last.Index, Classifier));
        }
    }

    private void CheckOutput(LossKind loss, bool isChosen)
    {
        Activation activation = Last!.Layer.OutputActivation;
        var (remedy, fixes) = OutputRemedy(loss, activation);
        if (remedy is null)
        {
            return;
        }

        string name = loss.Text + (isChosen ? $", the loss for {Given()}," : "");
        string end = activation == Activation.Linear
            ? $"{Words.Count(Last.Output.Channels, "unit", "units")} without an activation"
            : $"Activation.{activation}";
        if (isChosen)
        {
            ReportLast(RuleIds.LossAndOutput, Last.Layer.ActivationArgument, fixes, name, Last.Name, end, remedy);
        }
        else
        {
            _arguments.Report(RuleIds.LossAndOutput, "Loss", fixes, name, Last.Name, end, remedy);
        }
    }

    private (string? Text, IEnumerable<Fix> Fixes) OutputRemedy(LossKind loss, Activation activation)
    {
        if (loss.IsForOneUnit && Labels == LabelKind.ClassIndex && !IsBinary)
        {
            return (
                $"Use one unit with Activation.{loss.Right}, or Loss.SparseCategoricalCrossentropy with Activation.Softmax.",
                SparseOrOneUnit(loss.Right));
        }

        if (loss.Follows(activation))
        {
            return (null, []);
        }

        return activation == Activation.Softmax && loss.BehindSoftmax is { } other && Kind(other).Takes(Labels, _target.Classes)
            ? ($"Use Loss.{other} or Activation.{loss.Right}.", Activate(loss.Right).Prepend(Use($"Loss.{other}")))
            : ($"Use Activation.{loss.Right}.", Activate(loss.Right));
    }

    private IEnumerable<Fix> SparseOrOneUnit(Activation right)
    {
        if (_placed!.Fixable is { } attribute && Last!.Layer is { UnitsArgument: { } units, ActivationArgument: { } activation })
        {
            yield return new Fix(
                $"Use one unit with Activation.{right}",
                Edit.Set(attribute.Index, units, "1"), Edit.Set(attribute.Index, activation, $"Activation.{right}"));
            Fix sparse = Use("Loss.SparseCategoricalCrossentropy");
            yield return new Fix(
                $"{sparse.Title} with Activation.Softmax",
                sparse.Edits.Append(Edit.Set(attribute.Index, activation, "Activation.Softmax")).ToEquatableArray());
        }
    }

    private Fix Use(string loss) => new($"Use {loss}", Edit.Set(_arguments.Attribute, "Loss", loss));

    private IEnumerable<Fix> Activate(Activation activation)
    {
        if (_placed!.Fixable is not { } attribute)
        {
            return [];
        }

        if (Fixes.Activate(attribute, Last!.Layer, activation) is { } fix)
        {
            return [fix];
        }

        // A network that is put in whole may end in another activation already.
        string layer = Fixes.ActivationLayer(activation);
        return _output.EndsWithLast && Last.Layer.OutputActivation == Activation.Linear
            ? [new Fix($"Add [{layer}] below {Last.Name}", Edit.InsertBelow(attribute.Index, layer))]
            : [];
    }

    private void ReportLast(string id, string? argument, IEnumerable<Fix> fixes, params string[] values) =>
        _problems.Add(new Problem(id, _placed!.AnchorOf(argument), values.ToEquatableArray()) { Fixes = fixes.ToEquatableArray() });
}
