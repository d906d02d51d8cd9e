using System.Text.Json;

namespace CnnGen.Interop.Keras;

/// <summary>The arguments of kernels and biases: activation, start values, penalties, constraints.</summary>
internal static class KernelArguments
{
    private static readonly Dictionary<string, (string Keras, double Usual)> s_numbers = new()
    {
        ["Constant"] = ("value", 0), ["Orthogonal"] = ("gain", 1), ["Identity"] = ("gain", 1), ["VarianceScaling"] = ("scale", 1),
        ["RandomUniform"] = ("maxval", 0.05), ["RandomNormal"] = ("stddev", 0.05), ["TruncatedNormal"] = ("stddev", 0.05),
    };

    /// <summary>What number an initializer takes, by Keras's name, and the usual one.</summary>
    public static (string Keras, double Usual)? NumberOf(string initializer) => s_numbers.TryGetValue(initializer, out var number) ? number : null;

    /// <param name="arguments">The layer's.</param>
    /// <param name="kernels">What Keras calls the kernels: kernel, or depthwise and pointwise.</param>
    public static void Write(KerasArguments arguments, params string[] kernels)
    {
        arguments.Word("activation", "Activation", nameof(Activation), KerasWords.Activations, "Linear");
        arguments.Flag("use_bias", "UseBias", true);
        Initializer(arguments, [.. kernels.Select(static kernel => $"{kernel}_initializer")], "KernelInitializer", "GlorotUniform");
        Initializer(arguments, ["bias_initializer"], "BiasInitializer", "Zeros");
        Penalty(arguments, [.. kernels.Select(static kernel => $"{kernel}_regularizer")], "Kernel");
        Penalty(arguments, ["bias_regularizer"], "Bias");
        Penalty(arguments, ["activity_regularizer"], "Activity");
        Constraints(arguments, kernels);
    }

    /// <summary>Passes over what starts, punishes and holds weights in a way that the language does not offer; inference does not need it.</summary>
    public static void LeaveOut(KerasArguments arguments, params string[] weights)
    {
        foreach (string weight in weights)
        {
            foreach (string kind in new[] { "initializer", "regularizer", "constraint" })
            {
                if (arguments.Take($"{weight}_{kind}") is { } value && ClassOf(value) is var name && name is not ("Zeros" or "Ones"))
                {
                    arguments.LeftOut.Add($"{weight}_{kind} {name}");
                }
            }
        }
    }

    /// <summary>The penalty's numbers.</summary>
    public static (double L1, double L2)? PenaltyOf(KerasArguments arguments, string name, JsonElement value)
    {
        JsonElement config = ConfigOf(value);
        return ClassOf(value) is "L1" or "L2" or "L1L2" ? (Read("l1"), Read("l2")) : null;

        double Read(string part) => config.TryGetProperty(part, out JsonElement number) && number.ValueKind == JsonValueKind.Number ? Single(arguments.Real(name, number)) : 0;
    }

    private static void Initializer(KerasArguments arguments, string[] names, string property, string usual)
    {
        JsonElement?[] values = [.. names.Select(arguments.Take)];
        if (values[0] is not { } value)
        {
            return;
        }

        string name = ClassOf(value);
        bool isKnown = Enum.TryParse(name, out Initializer _) && !char.IsAsciiDigit(name[0]);
        bool areAlike = values.All(other => other is { } one && ClassOf(one) == name && NumberIn(arguments, names[0], one) == NumberIn(arguments, names[0], value));
        if (!isKnown || !areAlike || !IsCentred(name, value))
        {
            arguments.LeftOut.AddRange(names.Zip(values, static (argument, one) => $"{argument} {(one is { } own ? ClassOf(own) : "none")}"));
            return;
        }

        if (name != usual)
        {
            arguments.Set(property, $"{nameof(CnnGen.Initializer)}.{name}");
        }

        if (NumberIn(arguments, names[0], value) is { } number && number != s_numbers[name].Usual)
        {
            arguments.Set(property + "Value", KerasArguments.Text(number));
        }

        if (name == "VarianceScaling")
        {
            JsonElement config = ConfigOf(value);
            Choose("mode", "Mode", nameof(FanMode), KerasWords.FanModes, "FanIn");
            Choose("distribution", "Distribution", nameof(Distribution), KerasWords.Distributions, "TruncatedNormal");

            void Choose(string part, string ending, string type, Dictionary<string, string> words, string common)
            {
                if (config.TryGetProperty(part, out JsonElement word) && arguments.Member(part, word, words) is var member && member != common)
                {
                    arguments.Set(property + ending, $"{type}.{member}");
                }
            }
        }
    }

    private static double? NumberIn(KerasArguments arguments, string argument, JsonElement initializer) =>
        s_numbers.TryGetValue(ClassOf(initializer), out var number) && ConfigOf(initializer).TryGetProperty(number.Keras, out JsonElement value) && value.ValueKind == JsonValueKind.Number
            ? arguments.Real(argument, value)
            : null;

    // The language's are drawn around 0.
    private static bool IsCentred(string name, JsonElement initializer)
    {
        JsonElement config = ConfigOf(initializer);
        return name switch
        {
            "RandomNormal" or "TruncatedNormal" => Number("mean", 0) == 0,
            "RandomUniform" => Number("minval", -0.05) == -Number("maxval", 0.05),
            _ => true,
        };

        double Number(string part, double usual) =>
            config.TryGetProperty(part, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) ? number : usual;
    }

    private static void Penalty(KerasArguments arguments, string[] names, string prefix)
    {
        JsonElement?[] values = [.. names.Select(arguments.Take)];
        if (values.All(static value => value is null))
        {
            return;
        }

        (double L1, double L2)?[] penalties = [.. values.Select((value, i) => value is { } one ? PenaltyOf(arguments, names[i], one) : null)];
        if (penalties[0] is { } penalty && penalties.All(other => other == penalty))
        {
            Set("L1", penalty.L1);
            Set("L2", penalty.L2);
        }
        else
        {
            arguments.LeftOut.AddRange(names.Zip(values).Where(static pair => pair.Second is not null).Select(static pair => $"{pair.First} {ClassOf(pair.Second!.Value)}"));
        }

        void Set(string kind, double number)
        {
            if (number != 0)
            {
                arguments.Set(prefix + kind, KerasArguments.Text(number));
            }
        }
    }

    private static void Constraints(KerasArguments arguments, string[] kernels)
    {
        JsonElement?[] values = [.. kernels.Select(kernel => arguments.Take($"{kernel}_constraint"))];
        JsonElement? bias = arguments.Take("bias_constraint");
        var held = new List<double>();
        bool isOffered = (values[0] is null || Knows(values[0]!.Value)) && values.All(value => value?.ToString() == values[0]?.ToString()) && (bias is null || Knows(bias.Value));
        if (!isOffered || held.Distinct().Count() > 1)
        {
            arguments.LeftOut.AddRange(values.Append(bias).OfType<JsonElement>().Select(static value => $"constraint {ClassOf(value)}"));
            return;
        }

        Set("KernelConstraint", values[0]);
        Set("BiasConstraint", bias);
        if (values[0] is { } kernel && ClassOf(kernel) is "MaxNorm" or "UnitNorm" && ConfigOf(kernel).TryGetProperty("axis", out JsonElement axis))
        {
            int[] axes = arguments.Integers("axis", axis);
            if (axes is not [0])
            {
                arguments.Set("KernelConstraintAxes", $"new[] {{ {string.Join(", ", axes)} }}");
            }
        }

        if (held.Count > 0 && held[0] != 2)
        {
            arguments.Set("MaxNorm", KerasArguments.Text(held[0]));
        }

        bool Knows(JsonElement value)
        {
            if (ClassOf(value) == "MaxNorm")
            {
                held.Add(ConfigOf(value).TryGetProperty("max_value", out JsonElement number) ? arguments.Real("max_value", number) : 2);
            }

            return ClassOf(value) is "MaxNorm" or "NonNeg" or "UnitNorm";
        }

        void Set(string property, JsonElement? value)
        {
            if (value is { } one)
            {
                arguments.Set(property, $"{nameof(Constraint)}.{ClassOf(one)}");
            }
        }
    }

    // A name alone stands for the class with its usual numbers.
    private static string ClassOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => string.Concat(value.GetString()!.Split('_').Select(static word => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..])),
        JsonValueKind.Object when value.TryGetProperty("class_name", out JsonElement name) && name.ValueKind == JsonValueKind.String && name.GetString() is { Length: > 0 } text => text,
        _ => "of its own",
    };

    private static JsonElement ConfigOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("config", out JsonElement config) && config.ValueKind == JsonValueKind.Object ? config : s_nothing;

    // Keras keeps a penalty as float32 and writes it as if it were float64.
    private static double Single(double number) => (float)number == number ? double.Parse(((float)number).ToString("R", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture) : number;

    private static readonly JsonElement s_nothing = JsonDocument.Parse("{}").RootElement;
}
