using System.Text.Json;

namespace CnnGen.Interop.Keras;

/// <summary>For each of Keras's classes that the language has, how its arguments are written.</summary>
internal static class KerasClasses
{
    /// <summary>Layers that read several values.</summary>
    public static HashSet<string> Merges { get; } = ["Add", "Average", "Concatenate", "Dot", "Maximum", "Minimum", "Multiply", "Subtract"];

    /// <summary>Layers that can have weights.</summary>
    public static bool HasWeights(string className) =>
        className is "Dense" or "BatchNormalization" or "GroupNormalization" or "LayerNormalization" or "PReLU" or "LayerScale" || className.Contains("Conv", StringComparison.Ordinal);

    /// <summary>Layers that treat all values alike: behind a Flatten they keep the order in which a dense layer sees them.</summary>
    public static HashSet<string> KeepOrder { get; } =
    [
        "Activation", "ReLU", "LeakyReLU", "ELU", "Softmax", "Dropout", "AlphaDropout", "GaussianDropout", "GaussianNoise", "Rescaling", "ActivityRegularization",
    ];

    // Behind the sets, which it is made from.
    private static readonly Dictionary<string, Action<KerasArguments>> s_classes = Create();

    /// <summary>How many axes a class has in its name: 2 for Conv2D, 0 for Dense.</summary>
    public static int Axes(string className)
    {
        int digit = className.AsSpan().IndexOfAnyInRange('1', '3');
        return digit >= 0 && digit + 1 < className.Length && className[digit + 1] == 'D' ? className[digit] - '0' : 0;
    }

    /// <summary>Writes the arguments of a layer.</summary>
    /// <exception cref="NotOffered">The language has no such class.</exception>
    public static void Write(string className, KerasArguments arguments)
    {
        if (!s_classes.TryGetValue(className, out Action<KerasArguments>? write))
        {
            throw new NotOffered($"layer {className}");
        }

        write(arguments);
    }

    private static Dictionary<string, Action<KerasArguments>> Create()
    {
        var classes = new Dictionary<string, Action<KerasArguments>>();
        foreach (string name in Merges)
        {
            classes[name] = static _ => { };
        }

        classes["Concatenate"] = static layer => layer.Number("axis", "Axis", -1);
        classes["Dot"] = Dot;
        classes["Flatten"] = static _ => { };
        AddConvolutions(classes);
        AddPoolings(classes);
        AddNormalizations(classes);
        AddActivations(classes);
        AddReshapings(classes);
        AddRegularizations(classes);
        AugmentationClasses.Add(classes);
        return classes;
    }

    private static void AddConvolutions(Dictionary<string, Action<KerasArguments>> classes)
    {
        classes["Dense"] = static layer =>
        {
            layer.Count("units");
            KernelArguments.Write(layer, "kernel");
        };
        foreach (int axes in new[] { 1, 2, 3 })
        {
            classes[$"Conv{axes}D"] = static layer => Window(layer, hasFilters: true, "kernel");
            classes[$"Conv{axes}DTranspose"] = static layer =>
            {
                Window(layer, hasFilters: true, "kernel");
                layer.Steps("output_padding", "OutputPadding", [.. Enumerable.Repeat(-1, layer.Axes)]);
            };
            classes[$"DepthwiseConv{axes}D"] = static layer => Window(layer, hasFilters: false, "depthwise");
            classes[$"SeparableConv{axes}D"] = static layer => Window(layer, hasFilters: true, "depthwise", "pointwise");
        }

        classes.Remove("DepthwiseConv3D");
        classes.Remove("SeparableConv3D");
    }

    private static void Window(KerasArguments layer, bool hasFilters, params string[] kernels)
    {
        if (hasFilters)
        {
            layer.Count("filters");
        }

        layer.Sizes("kernel_size");
        int[] ones = [.. Enumerable.Repeat(1, layer.Axes)];
        layer.Steps("strides", "Strides", ones);
        layer.Word("padding", "Padding", nameof(Pad), KerasWords.Paddings, "Valid");
        layer.Steps("dilation_rate", "Dilation", ones);
        layer.Number("groups", "Groups", 1);
        if (kernels[0] == "depthwise")
        {
            // A config of the base class has both.
            layer.Ignore("rank", "kernel_initializer", "kernel_regularizer", "kernel_constraint", hasFilters ? "" : "filters");
            layer.Number("depth_multiplier", "DepthMultiplier", 1);
        }

        KernelArguments.Write(layer, kernels);
    }

    private static void AddPoolings(Dictionary<string, Action<KerasArguments>> classes)
    {
        foreach (string kind in new[] { "Max", "Average" })
        {
            foreach (int axes in new[] { 1, 2, 3 })
            {
                classes[$"{kind}Pooling{axes}D"] = Pool;
                classes[$"Global{kind}Pooling{axes}D"] = static layer => layer.Flag("keepdims", "KeepDims", false);
            }
        }
    }

    private static void Pool(KerasArguments layer)
    {
        JsonElement? size = layer.Take("pool_size");
        int[] sizes = size is { } given ? layer.PerAxis("pool_size", given) : [.. Enumerable.Repeat(2, layer.Axes)];
        bool areAlike = sizes.All(one => one == sizes[0]);
        if (!areAlike || sizes[0] != 2)
        {
            foreach (int one in areAlike ? sizes.Take(1) : sizes)
            {
                layer.Add(KerasArguments.Text(one));
            }
        }

        layer.Steps("strides", "Strides", sizes);
        layer.Word("padding", "Padding", nameof(Pad), KerasWords.Paddings, "Valid");
    }

    private static void AddNormalizations(Dictionary<string, Action<KerasArguments>> classes)
    {
        classes["BatchNormalization"] = static layer =>
        {
            layer.Ignore("renorm_momentum", "fused");
            layer.Number("momentum", "Momentum", 0.99);
            Affine(layer);
            KernelArguments.LeaveOut(layer, "moving_mean", "moving_variance");
        };
        classes["GroupNormalization"] = static layer =>
        {
            layer.Number("groups", 32);
            Affine(layer);
        };
        classes["LayerNormalization"] = static layer =>
        {
            AxisList(layer);
            Affine(layer);
        };
        classes["UnitNormalization"] = AxisList;
        classes["Normalization"] = static layer =>
        {
            AxisList(layer);
            List(layer, "mean", "Mean");
            List(layer, "variance", "Variance");
            layer.Flag("invert", "Invert", false);
        };
    }

    private static void Affine(KerasArguments layer)
    {
        layer.Number("epsilon", "Epsilon", 1e-3);
        layer.Flag("center", "Center", true);
        layer.Flag("scale", "Scale", true);
        KernelArguments.LeaveOut(layer, "beta", "gamma");
    }

    // Left out, the last axis.
    private static void AxisList(KerasArguments layer)
    {
        if (layer.Take("axis") is { } axis && layer.Integers("axis", axis) is var axes && axes is not [-1])
        {
            foreach (int one in axes)
            {
                layer.Add(KerasArguments.Text(one));
            }
        }
    }

    private static void List(KerasArguments layer, string name, string property)
    {
        if (layer.Take(name) is { } value)
        {
            IEnumerable<double> numbers = Flat(value).Select(number => layer.Real(name, number));
            layer.Set(property, $"new double[] {{ {string.Join(", ", numbers.Select(KerasArguments.Text))} }}");
        }
    }

    private static IEnumerable<JsonElement> Flat(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany(Flat) : [value];

    private static void AddActivations(Dictionary<string, Action<KerasArguments>> classes)
    {
        classes["Activation"] = static layer =>
        {
            if (layer.Take("activation") is { } word)
            {
                layer.Add($"Activation.{layer.Member("activation", word, KerasWords.Activations)}");
            }
        };
        classes["ReLU"] = static layer =>
        {
            layer.Number("max_value", "MaxValue", double.PositiveInfinity);
            layer.Number("negative_slope", "NegativeSlope", 0);
            layer.Number("threshold", "Threshold", 0);
        };
        classes["LeakyReLU"] = static layer =>
        {
            layer.Number("alpha", "NegativeSlope", 0.3);
            layer.Number("negative_slope", "NegativeSlope", 0.3);
        };
        classes["ELU"] = static layer => layer.Number("alpha", "Alpha", 1);
        classes["PReLU"] = static layer =>
        {
            if (layer.Take("shared_axes") is { } axes)
            {
                layer.Set("SharedAxes", $"new[] {{ {string.Join(", ", layer.Integers("shared_axes", axes))} }}");
            }

            KernelArguments.LeaveOut(layer, "alpha");
        };
        classes["Softmax"] = static layer =>
        {
            if (layer.Take("axis") is { } axis)
            {
                int[] axes = layer.Integers("axis", axis);
                if (axes.Length != 1)
                {
                    throw new NotOffered("Softmax over several axes");
                }

                if (axes[0] != -1)
                {
                    layer.Set("Axis", KerasArguments.Text(axes[0]));
                }
            }
        };
    }

    private static void AddReshapings(Dictionary<string, Action<KerasArguments>> classes)
    {
        classes["Reshape"] = static layer => Values(layer, "target_shape");
        classes["Permute"] = static layer => Values(layer, "dims");
        classes["RepeatVector"] = static layer => layer.Count("n");
        foreach (int axes in new[] { 1, 2, 3 })
        {
            classes[$"UpSampling{axes}D"] = static layer =>
            {
                layer.Sizes("size", 2);
                layer.Word("interpolation", "Interpolation", nameof(Interpolation), KerasWords.Interpolations, "Nearest");
            };
            classes[$"ZeroPadding{axes}D"] = static layer => Edges(layer, "padding", usual: 1);
            classes[$"Cropping{axes}D"] = static layer => Edges(layer, "cropping", usual: layer.Axes == 2 ? 0 : 1);
        }
    }

    private static void Values(KerasArguments layer, string name)
    {
        foreach (int value in layer.Take(name) is { } values ? layer.Integers(name, values) : [])
        {
            layer.Add(KerasArguments.Text(value));
        }
    }

    // One number for all ends, one for both ends of each axis, or two for each.
    private static void Edges(KerasArguments layer, string name, int usual)
    {
        if (layer.Take(name) is not { } value)
        {
            return;
        }

        JsonElement[] axes = value.ValueKind != JsonValueKind.Array ? [.. Enumerable.Repeat(value, layer.Axes)] : layer.Axes == 1 ? [value] : [.. value.EnumerateArray()];
        int[][] ends = [.. axes.Select(axis => layer.Integers(name, axis) is var both && both.Length == 1 ? [both[0], both[0]] : both)];
        if (ends.Length != layer.Axes || ends.Any(static both => both.Length != 2))
        {
            throw new NotOffered($"{name} of another number of axes");
        }

        bool isSymmetric = ends.All(static both => both[0] == both[1]);
        bool areAlike = isSymmetric && ends.All(both => both[0] == ends[0][0]);
        int[] written = areAlike ? [ends[0][0]] : isSymmetric ? [.. ends.Select(static both => both[0])] : [.. ends.SelectMany(static both => both)];
        foreach (int number in areAlike && written[0] == usual ? [] : written)
        {
            layer.Add(KerasArguments.Text(number));
        }
    }

    private static void AddRegularizations(Dictionary<string, Action<KerasArguments>> classes)
    {
        foreach (string name in new[] { "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D", "AlphaDropout", "GaussianDropout" })
        {
            classes[name] = static layer => layer.Number("rate");
        }

        classes["Dropout"] = static layer =>
        {
            layer.Number("rate");
            if (layer.Take("noise_shape") is { } shape && shape.ValueKind == JsonValueKind.Array)
            {
                IEnumerable<int> sizes = shape.EnumerateArray().Select(size => size.ValueKind == JsonValueKind.Null ? -1 : layer.Integer("noise_shape", size));
                layer.Set("NoiseShape", $"new[] {{ {string.Join(", ", sizes)} }}");
            }
        };
        classes["GaussianNoise"] = static layer => layer.Number("stddev");
        classes["StochasticDepth"] = static layer => layer.Number("drop_path_rate");
        classes["LayerScale"] = static layer =>
        {
            layer.Number("init_values", 1e-6);
            layer.Ignore("projection_dim");
        };
        classes["ActivityRegularization"] = static layer =>
        {
            layer.Ignore("activity_regularizer");
            double[] numbers = [.. new[] { "l1", "l2" }.Select(name => layer.Take(name) is { } value ? layer.Real(name, value) : 0)];
            foreach (double number in numbers[1] != 0 ? numbers : numbers[0] != 0 ? numbers[..1] : [])
            {
                layer.Add(KerasArguments.Text(number));
            }
        };
    }

    private static void Dot(KerasArguments layer)
    {
        int[] axes = layer.Take("axes") is { } value ? layer.Integers("axes", value) : [1];
        if (axes.Length is < 1 or > 2)
        {
            throw new NotOffered("Dot with such axes");
        }

        if (axes[0] != 1)
        {
            layer.Set("Axis", KerasArguments.Text(axes[0]));
        }

        if (axes[^1] != axes[0])
        {
            layer.Set("SecondAxis", KerasArguments.Text(axes[1]));
        }

        layer.Flag("normalize", "Normalize", false);
    }
}
