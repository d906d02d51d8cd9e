using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace CnnGen;

/// <summary>One layer in the tables of Keras.</summary>
internal sealed class KerasRow
{
    public KerasRow(string name, string className, IReadOnlyList<int> outputShape, long parameters, long trainableParameters,
        IReadOnlyList<string> connections)
    {
        Name = name;
        ClassName = className;
        OutputShape = outputShape;
        Parameters = parameters;
        TrainableParameters = trainableParameters;
        Connections = connections;
    }

    public string Name { get; }

    public string ClassName { get; }

    /// <summary>Without the batch.</summary>
    public IReadOnlyList<int> OutputShape { get; }

    public long Parameters { get; }

    public long TrainableParameters { get; }

    /// <summary>What its calls read, call after call, as Keras writes it: layer, call and output, <c>conv2d[0][0]</c>.</summary>
    public IReadOnlyList<string> Connections { get; }

    /// <summary>Whether its calls give different shapes; <see cref="OutputShape"/> is the last one's then.</summary>
    public bool ShapeVaries { get; set; }

    /// <summary>The layer's own property, which layers without weights have too.</summary>
    public bool Trainable { get; set; } = true;

    /// <summary>The layers of a nested model.</summary>
    public IReadOnlyList<KerasRow> Layers { get; set; } = Array.Empty<KerasRow>();

    public string Title => Name + " (" + ClassName + ")";

    /// <summary>A Python tuple with the batch in front.</summary>
    public string ShapeText
    {
        get
        {
            var text = new StringBuilder("(None,");
            for (int i = 0; i < OutputShape.Count; i++)
            {
                text.Append(i == 0 ? " " : ", ").Append(OutputShape[i].ToString(CultureInfo.InvariantCulture));
            }

            return text.Append(')').ToString();
        }
    }

    /// <summary>Whether each layer reads the one above it and nothing else; such a model's table has no column 'Connected to'.</summary>
    public static bool AreChain(IReadOnlyList<KerasRow> rows)
    {
        for (int i = 1; i < rows.Count; i++)
        {
            if (rows[i].Connections.Count != 1
                || !rows[i].Connections[0].StartsWith(rows[i - 1].Name + "[", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return rows.Count == 0 || rows[0].Connections.Count == 0;
    }
}
