using System.Text.Json;

namespace CnnGen.Interop.Keras;

/// <summary>Writes activation, start values, penalties and constraints of kernels and biases.</summary>
internal static class SavedKernels
{
    public static void Write(SavedArguments layer, params string[] kernels)
    {
        layer.Word("activation", "activation", KerasWords.Activations);
        layer.Flag("useBias", "use_bias");
        Initializer(layer, "kernelInitializer", "GlorotUniform", [.. kernels.Select(static kernel => $"{kernel}_initializer")]);
        Initializer(layer, "biasInitializer", "Zeros", "bias_initializer");
        Penalty(layer, "kernel", [.. kernels.Select(static kernel => $"{kernel}_regularizer")]);
        Penalty(layer, "bias", "bias_regularizer");
        Penalty(layer, "activity", "activity_regularizer");
        double norm = layer.Real("maxNorm", 2);
        IReadOnlyList<double> axes = layer.Take("kernelConstraintAxes")?.Numbers ?? [0];
        Constraint(layer, "kernelConstraint", norm, axes, [.. kernels.Select(static kernel => $"{kernel}_constraint")]);
        Constraint(layer, "biasConstraint", norm, [0], "bias_constraint");
    }

    private static void Initializer(SavedArguments layer, string name, string usual, params string[] keras)
    {
        string? chosen = layer.Take(name)?.Word;
        double? value = layer.Take($"{name}Value")?.Numbers[0];
        string? mode = layer.Take($"{name}Mode")?.Word;
        string? distribution = layer.Take($"{name}Distribution")?.Word;
        if ((chosen ?? usual) == usual)
        {
            return;
        }

        foreach (string argument in keras)
        {
            Object(layer.Json, argument, "keras.initializers", chosen!, json =>
            {
                if (KernelArguments.NumberOf(chosen!) is { } number)
                {
                    json.WriteNumber(number.Keras, value ?? number.Usual);
                    if (chosen == "RandomUniform")
                    {
                        json.WriteNumber("minval", -(value ?? number.Usual));
                    }
                }

                if (chosen == "VarianceScaling")
                {
                    json.WriteString("mode", KerasWords.Keras(KerasWords.FanModes, mode ?? "FanIn"));
                    json.WriteString("distribution", KerasWords.Keras(KerasWords.Distributions, distribution ?? "TruncatedNormal"));
                }
            });
        }
    }

    private static void Penalty(SavedArguments layer, string prefix, params string[] keras)
    {
        double l1 = layer.Real($"{prefix}L1", 0);
        double l2 = layer.Real($"{prefix}L2", 0);
        foreach (string argument in l1 != 0 || l2 != 0 ? keras : [])
        {
            Object(layer.Json, argument, "keras.regularizers", l2 == 0 ? "L1" : l1 == 0 ? "L2" : "L1L2", json =>
            {
                if (l1 != 0)
                {
                    json.WriteNumber("l1", l1);
                }

                if (l2 != 0)
                {
                    json.WriteNumber("l2", l2);
                }
            });
        }
    }

    private static void Constraint(SavedArguments layer, string name, double norm, IReadOnlyList<double> axes, params string[] keras)
    {
        if (layer.Take(name)?.Word is not { } chosen || chosen == "None")
        {
            return;
        }

        foreach (string argument in keras)
        {
            Object(layer.Json, argument, "keras.constraints", chosen, json =>
            {
                if (chosen == "MaxNorm")
                {
                    json.WriteNumber("max_value", norm);
                }

                if (chosen != "NonNeg")
                {
                    json.WriteStartArray("axis");
                    foreach (double axis in axes)
                    {
                        json.WriteNumberValue(axis);
                    }

                    json.WriteEndArray();
                }
            });
        }
    }

    private static void Object(Utf8JsonWriter json, string name, string module, string className, Action<Utf8JsonWriter> config)
    {
        json.WriteStartObject(name);
        json.WriteString("module", module);
        json.WriteString("class_name", className);
        json.WriteStartObject("config");
        config(json);
        json.WriteEndObject();
        json.WriteNull("registered_name");
        json.WriteEndObject();
    }
}
