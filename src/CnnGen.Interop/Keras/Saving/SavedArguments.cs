using System.Text.Json;

namespace CnnGen.Interop.Keras;

/// <summary>The arguments of one of our layers on their way into a config. All that is there has to be asked for.</summary>
internal sealed class SavedArguments(LayerCall call, Utf8JsonWriter json)
{
    private static readonly string[][] s_sizes = [[""], ["Height", "Width"], ["Depth", "Height", "Width"]];
    private static readonly string[][] s_steps = [[""], ["", "Width"], ["", "Height", "Width"]];

    private readonly Dictionary<string, LayerSetting> _left = call.Layer.Arguments.ToDictionary(static argument => argument.Name);

    public LayerCall Call => call;

    public Utf8JsonWriter Json => json;

    public int Axes => KerasClasses.Axes(call.ClassName);

    /// <summary>Whether nothing is left that nobody asked for.</summary>
    public void CheckAllAreWritten()
    {
        // What a dense layer claims to get is for the compiler.
        if (_left.Keys.FirstOrDefault(static name => name != "inputFeatures") is { } left)
        {
            throw new CnnGenException($"Layer {call.Path} cannot be saved for Keras: {call.ClassName} has no {left} there.");
        }
    }

    public LayerSetting? Take(string name) => _left.Remove(name, out LayerSetting? setting) ? setting : null;

    public double Real(string name, double usual) => Take(name)?.Numbers[0] ?? usual;

    /// <summary>Writes a number, or nothing where it is as it is anyway.</summary>
    public void Number(string name, string keras)
    {
        if (Take(name) is { } setting)
        {
            json.WriteNumber(keras, setting.Numbers[0]);
        }
    }

    public void Flag(string name, string keras)
    {
        if (Take(name) is { } setting)
        {
            json.WriteBoolean(keras, setting.Numbers[0] != 0);
        }
    }

    public void Word(string name, string keras, IReadOnlyDictionary<string, string> words)
    {
        if (Take(name)?.Word is { } member)
        {
            json.WriteString(keras, KerasWords.Keras(words, member));
        }
    }

    public void List(string name, string keras)
    {
        if (Take(name) is { } setting)
        {
            Write(keras, setting.Numbers);
        }
    }

    /// <summary>Sizes along the axes: one for all, or one for each.</summary>
    public double[] Sizes(string all, string prefix, double usual)
    {
        double size = Real(all, usual);
        return [.. s_sizes[Axes - 1].Select(axis => axis.Length == 0 ? size : Real(prefix + axis, size))];
    }

    /// <summary>Numbers along the axes: the first one's stands for those that are not given.</summary>
    public void Steps(string name, string keras)
    {
        string[] axes = s_steps[Axes - 1];
        LayerSetting?[] steps = [.. axes.Select(axis => Take(name + axis))];
        if (Array.TrueForAll(steps, static step => step is null))
        {
            return;
        }

        // Strides and dilation are known as they came to be; where they are not, they are 1.
        double first = steps[0]?.Numbers[0] ?? 1;
        Write(keras, name == "outputPadding" ? steps.Select(step => step?.Numbers[0] ?? first) : call.Numbers(name) ?? axes.Select(static _ => 1.0));
    }

    public void Write(string keras, IEnumerable<double> numbers)
    {
        json.WriteStartArray(keras);
        foreach (double number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
