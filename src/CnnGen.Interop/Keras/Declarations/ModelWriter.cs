using System.Text;

namespace CnnGen.Interop.Keras;

/// <summary>Writes one model as a class.</summary>
/// <param name="model">The model.</param>
/// <param name="className">The class.</param>
/// <param name="format">Where the channels are.</param>
/// <param name="nested">Writes a model within it and gives the class.</param>
internal sealed class ModelWriter(KerasModel model, string className, DataFormat format, Func<KerasModel, string> nested)
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<KerasValue, string> _references = [];
    private readonly ValueNames _names = new(model);
    private KerasValue? _above;

    /// <summary>What has no counterpart.</summary>
    public List<string> Lacking { get; } = [];

    /// <summary>What only training would need.</summary>
    public List<string> LeftOut { get; } = [];

    public string Write()
    {
        Line(KerasNames.SnakeCase(className) == model.Name ? "Model" : $"Model({CSharpText.Literal(ValueNames.Clean(model.Name))})");
        Inputs();
        foreach ((KerasLayer layer, int call) in CallOrder.Of(model))
        {
            Layer(layer, call);
        }

        Outputs();
        return _text.Append($"public sealed partial class {className};\n").ToString();
    }

    private void Inputs()
    {
        bool isOne = model.Inputs.Count == 1;
        foreach (KerasInput input in model.Inputs)
        {
            var value = new KerasValue(input.Name, 0, 0);
            bool isNamed = !isOne || (!model.IsSequential && !_names.IsAutomaticInput(input.Name));
            string name = isNamed ? _names.Reserve(input.Name) : "input";
            _references[value] = name;
            List<string> parts = [.. isNamed ? [CSharpText.Literal(name)] : Array.Empty<string>(), .. input.Shape.Select(static size => KerasArguments.Text(size))];
            if (format == DataFormat.ChannelsFirst)
            {
                parts.Add("Format = DataFormat.ChannelsFirst");
            }

            Line($"Input({string.Join(", ", parts)})");
        }

        _above = isOne ? new KerasValue(model.Inputs[0].Name, 0, 0) : null;
        if (model.Inputs.Any(static input => input.Shape.Count == 0))
        {
            Lack("input", "input of single numbers");
        }
    }

    private void Layer(KerasLayer layer, int call)
    {
        IReadOnlyList<KerasValue> inputs = layer.Calls[call];
        try
        {
            if (call > 0)
            {
                string again = _names.Take($"{ValueNames.Clean(layer.Name)}_call{call}");
                _references[new KerasValue(layer.Name, call, 0)] = again;
                Line($"Reuse({CSharpText.Literal(_references[new KerasValue(layer.Name, 0, 0)])}, Name = {CSharpText.Literal(again)}{From(layer, inputs)})");
            }
            else
            {
                First(layer, inputs);
            }
        }
        catch (NotOffered lacking)
        {
            Lack(layer.Name, lacking.What);
            _references.TryAdd(new KerasValue(layer.Name, call, 0), ValueNames.Clean(layer.Name));
        }

        _above = new KerasValue(layer.Name, call, 0);
    }

    private void First(KerasLayer layer, IReadOnlyList<KerasValue> inputs)
    {
        string kind = layer.Model is { } inner ? $"Use<{Class(inner)}>" : layer.ClassName;
        string name = _names.Layer(layer.Name, layer.Model is null ? layer.ClassName : kind[4..^1], out bool isAutomatic);
        _references[new KerasValue(layer.Name, 0, 0)] = name;
        List<string> parts = [];
        if (KerasClasses.Merges.Contains(layer.ClassName))
        {
            parts.AddRange(inputs.Count > 1 ? inputs.Select(input => CSharpText.Literal(Reference(layer, input))) : throw new NotOffered($"{layer.ClassName} of one input"));
        }

        if (layer.Model is null)
        {
            parts.AddRange(Arguments(layer));
        }

        // A model within the model can be named only by a name that it was given.
        if (!isAutomatic || (layer.Model is not null && !model.IsSequential))
        {
            parts.Add($"Name = {CSharpText.Literal(name)}");
        }

        if (!KerasClasses.Merges.Contains(layer.ClassName) && From(layer, inputs) is { Length: > 0 } from)
        {
            parts.Add(from[2..]);
        }

        Line(parts.Count == 0 ? kind : $"{kind}({string.Join(", ", parts)})");
    }

    private string Class(KerasModel inner) => inner.Inputs.Count == 1 && inner.Outputs.Count == 1
        ? nested(inner)
        : throw new NotOffered("model of several inputs or outputs within another one");

    private IEnumerable<string> Arguments(KerasLayer layer)
    {
        CheckFormat(layer);
        var arguments = new KerasArguments(layer);
        if (layer.ClassName is "BatchNormalization" or "GroupNormalization" && arguments.Take("axis") is { } axis)
        {
            int[] axes = arguments.Integers("axis", axis);
            if (axes.Length != 1)
            {
                throw new NotOffered($"{layer.ClassName} along several axes");
            }

            // Left out, it is that of the channels.
            if (axes[0] != (format == DataFormat.ChannelsFirst ? 1 : -1))
            {
                arguments.Set("Axis", KerasArguments.Text(axes[0]));
            }
        }

        KerasClasses.Write(layer.ClassName, arguments);
        string[] written = [.. arguments.Written()];
        foreach (string what in arguments.LeftOut)
        {
            LeftOut.Add($"{layer.Name}: {what}");
            _text.Append($"// {CSharpText.Literal(layer.Name)}: {CSharpText.Literal(what)[1..^1]} is left out.\n");
        }

        return layer.IsTrainable || !KerasClasses.HasWeights(layer.ClassName) ? written : written.Append("Trainable = false");
    }

    private void CheckFormat(KerasLayer layer)
    {
        if (layer.ClassName == "Flatten")
        {
            if (layer.Format == DataFormat.ChannelsFirst && (format == DataFormat.ChannelsLast || !IsReadByDense(layer.Name)))
            {
                throw new NotOffered("Flatten that moves the channels");
            }

            return;
        }

        bool hasFormat = KerasClasses.Axes(layer.ClassName) > 0 || layer.Format is not null;
        if (hasFormat && (layer.Format ?? DataFormat.ChannelsLast) != format)
        {
            throw new NotOffered("layers of both formats");
        }
    }

    // What comes out of Keras's Flatten of channels first has the channels last; only a dense layer, whose rows can be put in order, does not mind.
    private bool IsReadByDense(string name)
    {
        if (model.Outputs.Any(output => output.Layer == name))
        {
            return false;
        }

        KerasLayer[] readers = [.. model.Layers.Where(reader => reader.Calls.Any(call => call.Any(value => value.Layer == name)))];
        return Array.TrueForAll(readers, reader => reader.Calls.Count == 1
            && (reader.ClassName == "Dense" || (KerasClasses.KeepOrder.Contains(reader.ClassName) && IsReadByDense(reader.Name))));
    }

    private string From(KerasLayer layer, IReadOnlyList<KerasValue> inputs) => inputs.Count != 1
        ? throw new NotOffered($"{layer.ClassName} of {inputs.Count} inputs")
        : inputs[0] == _above ? "" : $", From = {CSharpText.Literal(Reference(layer, inputs[0]))}";

    private string Reference(KerasLayer layer, KerasValue value) => value.Output == 0 && _references.TryGetValue(value, out string? name)
        ? name
        : throw (value.Output == 0 ? new FileFault($"layer '{layer.Name}' of its config reads '{value.Layer}', which is not there") : new NotOffered("layer of several outputs"));

    private void Outputs()
    {
        if (model.IsSequential)
        {
            return;
        }

        List<string> names = [];
        foreach (KerasValue output in model.Outputs)
        {
            if (output.Output != 0 || !_references.TryGetValue(output, out string? name))
            {
                throw new FileFault($"its config gives '{output.Layer}', which is not there");
            }

            names.Add(CSharpText.Literal(name));
        }

        if (names.Distinct().Count() != names.Count)
        {
            Lack("output", "model that gives a value twice");
        }

        Line($"Output({string.Join(", ", names)})");
    }

    private void Lack(string layer, string what)
    {
        Lacking.Add($"{layer}: {what}");
        _text.Append($"// {CSharpText.Literal(layer)}: CnnGen has no {CSharpText.Literal(what)[1..^1]}.\n");
    }

    private void Line(string attribute) => _text.Append($"[{attribute}]\n");
}
