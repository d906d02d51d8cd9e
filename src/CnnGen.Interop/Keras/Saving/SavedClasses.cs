namespace CnnGen.Interop.Keras;

/// <summary>For each class of the language, how Keras writes its arguments.</summary>
internal static class SavedClasses
{
    private const string ConvNeXt = "keras.src.applications.convnext";

    // Functions that have a class of their own here.
    private static readonly Dictionary<string, string> s_functions = new() { ["GELU"] = "gelu", ["SiLU"] = "silu", ["Sigmoid"] = "sigmoid", ["Tanh"] = "tanh" };

    /// <summary>The class in Keras: that of the same name, but for what is an activation there.</summary>
    public static string ClassOf(string className) => s_functions.ContainsKey(className) ? "Activation" : className;

    /// <summary>The module that the class is in, and the name under which it is registered.</summary>
    public static (string Module, string? Registered) ModuleOf(string className) =>
        className is "LayerScale" or "StochasticDepth" ? (ConvNeXt, className) : ("keras.layers", null);

    /// <summary>Writes the arguments of a layer.</summary>
    /// <exception cref="CnnGenException">Keras has no such layer.</exception>
    public static void Write(SavedArguments layer)
    {
        string name = layer.Call.ClassName;
        WriteFormat(layer, name);
        if (s_functions.TryGetValue(name, out string? function))
        {
            layer.Json.WriteString("activation", function);
        }
        else if (name == "Dense")
        {
            layer.Json.WriteNumber("units", layer.Real("units", 1));
            SavedKernels.Write(layer, "kernel");
        }
        else if (name.Contains("Conv", StringComparison.Ordinal))
        {
            Window(layer, name);
        }
        else if (layer.Axes > 0 && !name.StartsWith("SpatialDropout", StringComparison.Ordinal))
        {
            Map(layer, name);
        }
        else if (!SavedAugmentations.Write(layer, name) && !Normalization(layer, name) && !Plain(layer, name))
        {
            throw new CnnGenException($"Layer {layer.Call.Path} cannot be saved for Keras: it has no {name}.");
        }

        layer.CheckAllAreWritten();
    }

    private static void WriteFormat(SavedArguments layer, string name)
    {
        if (layer.Call.Format != DataFormat.ChannelsFirst)
        {
            return;
        }

        if (name is "UpSampling1D" or "Cropping1D" or "SpatialDropout1D")
        {
            throw new CnnGenException($"Layer {layer.Call.Path} cannot be saved for Keras: its {name} has the channels last.");
        }

        if (name == "Flatten")
        {
            // Told so, it moves the channels to the end, where the rows of a dense layer are in this order.
            layer.Json.WriteString("data_format", layer.Call.Word("order") == "Written" ? "channels_last" : "channels_first");
        }
        else if (layer.Axes > 0 || name is "Resizing" or "CenterCrop" || name.StartsWith("Random", StringComparison.Ordinal))
        {
            layer.Json.WriteString("data_format", "channels_first");
        }
    }

    private static void Window(SavedArguments layer, string name)
    {
        if (!name.StartsWith("Depthwise", StringComparison.Ordinal))
        {
            layer.Json.WriteNumber("filters", layer.Real("filters", 1));
        }

        layer.Write("kernel_size", layer.Sizes("kernelSize", "kernel", 1));
        layer.Steps("strides", "strides");
        layer.Word("padding", "padding", KerasWords.Paddings);
        layer.Steps("dilation", "dilation_rate");
        layer.Number("groups", "groups");
        layer.Number("depthMultiplier", "depth_multiplier");
        layer.Steps("outputPadding", "output_padding");
        string[] kernels = name.StartsWith("Separable", StringComparison.Ordinal) ? ["depthwise", "pointwise"] : name.StartsWith("Depthwise", StringComparison.Ordinal) ? ["depthwise"] : ["kernel"];
        SavedKernels.Write(layer, kernels);
    }

    private static void Map(SavedArguments layer, string name)
    {
        if (name.StartsWith("Global", StringComparison.Ordinal))
        {
            layer.Flag("keepDims", "keepdims");
        }
        else if (name.Contains("Pooling", StringComparison.Ordinal))
        {
            layer.Write("pool_size", layer.Sizes("poolSize", "pool", 2));
            layer.Steps("strides", "strides");
            layer.Word("padding", "padding", KerasWords.Paddings);
        }
        else if (name.StartsWith("UpSampling", StringComparison.Ordinal))
        {
            double[] sizes = layer.Sizes("size", "size", 2);
            if (sizes.Length == 1)
            {
                layer.Json.WriteNumber("size", sizes[0]);
            }
            else
            {
                layer.Write("size", sizes);
            }

            layer.Word("interpolation", "interpolation", KerasWords.Interpolations);
        }
        else
        {
            Edges(layer, name.StartsWith("Zero", StringComparison.Ordinal) ? "padding" : "cropping", usual: name == "Cropping2D" ? 0 : 1);
        }
    }

    private static void Edges(SavedArguments layer, string name, double usual)
    {
        double all = layer.Real(name, usual);
        (string Both, string Before, string After)[] axes = [("depth", "front", "back"), ("height", "top", "bottom"), ("width", "left", "right")];
        double[][] ends = [.. axes[(3 - layer.Axes)..].Select(axis => layer.Real(axis.Both, all) is var both ? new[] { layer.Real(axis.Before, both), layer.Real(axis.After, both) } : [])];
        if (ends.Length == 1)
        {
            layer.Write(name, ends[0]);
            return;
        }

        layer.Json.WriteStartArray(name);
        foreach (double[] both in ends)
        {
            layer.Json.WriteStartArray();
            layer.Json.WriteNumberValue(both[0]);
            layer.Json.WriteNumberValue(both[1]);
            layer.Json.WriteEndArray();
        }

        layer.Json.WriteEndArray();
    }

    private static bool Normalization(SavedArguments layer, string name)
    {
        switch (name)
        {
            case "BatchNormalization" or "GroupNormalization":
                double axis = layer.Take("axis")?.Numbers[0] ?? (layer.Call.Format == DataFormat.ChannelsFirst ? 1 : -1);
                layer.Json.WriteNumber("axis", axis);
                layer.Number("momentum", "momentum");
                layer.Number("groups", "groups");
                break;
            case "LayerNormalization" or "UnitNormalization" or "Normalization":
                layer.List("axis", "axis");
                break;
            default:
                return false;
        }

        layer.List("mean", "mean");
        layer.List("variance", "variance");
        layer.Flag("invert", "invert");
        layer.Number("epsilon", "epsilon");
        layer.Flag("center", "center");
        layer.Flag("scale", "scale");
        return true;
    }

    private static bool Plain(SavedArguments layer, string name)
    {
        switch (name)
        {
            case "Flatten" or "Add" or "Average" or "Maximum" or "Minimum" or "Multiply" or "Subtract":
                return true;
            case "Concatenate" or "Softmax":
                layer.Number("axis", "axis");
                return true;
            case "Dot":
                double axis = layer.Real("axis", 1);
                layer.Write("axes", [axis, layer.Real("secondAxis", axis)]);
                layer.Flag("normalize", "normalize");
                return true;
            case "Activation":
                layer.Json.WriteString("activation", KerasWords.Keras(KerasWords.Activations, layer.Take("function")?.Word ?? "Linear"));
                return true;
            case "ReLU" or "LeakyReLU":
                layer.Number("maxValue", "max_value");
                layer.Number("negativeSlope", "negative_slope");
                layer.Number("threshold", "threshold");
                return true;
            case "ELU":
                layer.Number("alpha", "alpha");
                return true;
            case "PReLU":
                layer.List("sharedAxes", "shared_axes");
                return true;
            case "Reshape":
                layer.List("targetShape", "target_shape");
                return true;
            case "Permute":
                layer.List("dims", "dims");
                return true;
            case "RepeatVector":
                layer.Json.WriteNumber("n", layer.Real("n", 1));
                return true;
            default:
                return Regularization(layer, name);
        }
    }

    private static bool Regularization(SavedArguments layer, string name)
    {
        switch (name)
        {
            case "Dropout" or "AlphaDropout" or "GaussianDropout" or "SpatialDropout1D" or "SpatialDropout2D" or "SpatialDropout3D":
                layer.Json.WriteNumber("rate", layer.Real("rate", 0));
                NoiseShape(layer);
                return true;
            case "StochasticDepth":
                layer.Json.WriteNumber("drop_path_rate", layer.Real("rate", 0));
                return true;
            case "GaussianNoise":
                layer.Json.WriteNumber("stddev", layer.Real("stddev", 0));
                return true;
            case "ActivityRegularization":
                layer.Number("l1", "l1");
                layer.Number("l2", "l2");
                return true;
            case "LayerScale":
                layer.Json.WriteNumber("init_values", layer.Real("initialValue", 1e-6));
                layer.Json.WriteNumber("projection_dim", layer.Call.Layer.OutputShape[^1]);
                return layer.Call.Format == DataFormat.ChannelsLast || layer.Call.Layer.OutputShape.Count == 1;
            default:
                return false;
        }
    }

    private static void NoiseShape(SavedArguments layer)
    {
        if (layer.Take("noiseShape") is not { } shape)
        {
            return;
        }

        layer.Json.WriteStartArray("noise_shape");
        foreach (double size in shape.Numbers)
        {
            if (size < 0)
            {
                layer.Json.WriteNullValue();
            }
            else
            {
                layer.Json.WriteNumberValue(size);
            }
        }

        layer.Json.WriteEndArray();
    }
}
