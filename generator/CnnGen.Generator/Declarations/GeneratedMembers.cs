using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Declarations;

/// <summary>
/// The members that models get. The attributes of a class see its members, so none of them may be called like one of the
/// language's enums: with a method 'Loss', <c>Loss = Loss.MeanSquaredError</c> would not compile.
/// </summary>
internal static class GeneratedMembers
{
    /// <summary>The attribute by which the generated part of a class is known, without "Attribute".</summary>
    public const string MarkName = "GeneratedCode";

    /// <summary>The tool that it names.</summary>
    public const string Tool = "CnnGen.Generator";

    /// <summary>Fields of layers begin like this.</summary>
    public const char FieldPrefix = '_';

    /// <summary>Stands for whatever type an argument has.</summary>
    public const string AnyType = "object";

    /// <summary>The method with the exception that members of a model with errors throw.</summary>
    public const string Thrower = "BuildErrors";

    /// <summary>Stands for the type of a model's predictions in a signature.</summary>
    public const string PredictionType = "‹prediction›";

    /// <summary>Stands for a parameter with the values of each input.</summary>
    public const string InputValues = "‹inputs›";

    /// <summary>The field with what a network has beside its layers.</summary>
    public const string State = "_state";

    /// <summary>The method that sets the mode of all layers, which a network overrides that holds a frozen one with batch normalization.</summary>
    public const string Mode = "train";

    private const string Tensor = "global::TorchSharp.torch.Tensor";
    private const string Tensors = Tensor + "…";
    private const string Values = "global::System.ReadOnlyMemory<float>";
    private const string AllValues = Values + "…";
    private const string Data = "global::CnnGen.Dataset";
    private const string Sizes = "static global::System.ReadOnlySpan<int>";
    private const string AnyThread = " Any number of threads may do so at the same time; a training loop of your own must not run meanwhile.";

    // In the order of the generated file.
    private static readonly GeneratedMember[] s_all =
    {
        Constant("Summary", "string", "\"\"", "The summary that Keras prints."),
        new(MemberGroup.Network, "Architecture")
        {
            Signature = $"static {Library.Root}.ModelSummary Architecture",
            Documentation = "The rows of the summary as data, with multiply-adds, activation memory and receptive field.",
        },
        Constant("ParameterCount", "long", "0", "Weights, trainable or not."),
        Constant("TrainableParameterCount", "long", "0", "Weights that training changes."),
        Constant("NonTrainableParameterCount", "long", "0", "Weights that training does not change by the gradient."),
        Constant("MultiplyAdds", "long", "0", "Multiplications with an addition for one image."),
        Constant("ActivationBytes", "long", "0", "Memory of all layers' outputs for one image, in bytes of float32."),
        new(MemberGroup.Network, "InputShape") { Signature = $"{Sizes} InputShape", Documentation = "The shape of an input, without the batch." },
        new(MemberGroup.Network, "OutputShape") { Signature = $"{Sizes} OutputShape", Documentation = "The shape of an output, without the batch." },
        new(MemberGroup.Tensors, "forward", Tensors),
        new(MemberGroup.Tensors, "Logits", Tensors),
        new(MemberGroup.Training, "Fit", $"{Data}, global::CnnGen.TrainingOptions")
        {
            Signature = $"{Library.Root}.TrainingHistory Fit({Library.Root}.Dataset data, {Library.Root}.TrainingOptions? options = null)",
            Documentation = "Trains the network on examples with what it should give, as [Training] says unless the options say otherwise. Layers that were set to "
                + "eval by hand, in a network that is in training mode, stay so; other threads may predict meanwhile.",
        },
        new(MemberGroup.Training, "Evaluate", $"{Data}, int")
        {
            Signature = $"{Library.Root}.EvaluationResult Evaluate({Library.Root}.Dataset data, int batchSize = 256)",
            Documentation = "Measures loss and metrics over a data set, in inference mode, and leaves the mode as it was.",
        },
        new(MemberGroup.Images, "Predict", "global::CnnGen.Image")
        {
            Signature = $"{PredictionType} Predict({Library.Root}.Image image)",
            Documentation = "What the network says of an image of the input's shape, whose bytes go in as numbers between 0 and 1; in inference mode, "
                + "and the mode stays as it was." + AnyThread,
        },
        new(MemberGroup.Inference, "Predict", AllValues)
        {
            Signature = $"{PredictionType} Predict({InputValues})",
            Documentation = "What the network says of one example, whose values go in as they are, channels last." + AnyThread,
        },
        new(MemberGroup.Single, "Predict", "global::System.ReadOnlySpan<float>, global::System.Span<float>")
        {
            Signature = "void Predict(global::System.ReadOnlySpan<float> input, global::System.Span<float> output)",
            Documentation = "Writes what the network gives for one example, channels or classes last, and takes no memory beside that of the tensors." + AnyThread,
        },
        new(MemberGroup.Inference, "Predict", $"{Data}, int")
        {
            Signature = $"global::System.Collections.Generic.IReadOnlyList<{PredictionType}> Predict({Library.Root}.Dataset data, int batchSize = 256)",
            Documentation = "What the network says of each example, in the order of the data set." + AnyThread,
        },
        new(MemberGroup.Network, "Save", "string") { Signature = "void Save(string path)", Documentation = "Writes the weights to a safetensors file." },
        new(MemberGroup.Network, "Load", "string") { Signature = "void Load(string path)", Documentation = "Reads weights from a file that Save wrote." },
        new(MemberGroup.Private, State),
        new(MemberGroup.Private, "OwnOptimizer"),
        new(MemberGroup.Private, "Compare", "global::CnnGen.Batch"),
        new(MemberGroup.Private, "InputOf", "global::CnnGen.Batch"),
        new(MemberGroup.Private, "WeightsOf", $"global::CnnGen.BatchTarget, {Tensor}"),
        new(MemberGroup.Private, "Predictions"),
        new(MemberGroup.Private, "RegisterComponents", ""),
        new(MemberGroup.Private, "Targets", "global::CnnGen.Batch, global::TorchSharp.torch.Device"),
        new(MemberGroup.Private, "LossOf", $"{Tensor}, {Tensor}"),
        new(MemberGroup.Private, "Penalty", ""),
        new(MemberGroup.Private, "Constrain", ""),
        new(MemberGroup.Private, Thrower, ""),
        new(MemberGroup.Private, "Measure", "int, double, global::CnnGen.Generated.Comparison"),
    };

    // A property of torch.nn.Module that generated code reads: a member of whatever kind would hide it.
    private const string Training = "training";

    // Methods of torch.nn.Module, with the types of the arguments that generated code gives them.
    private static readonly Dictionary<string, string[]> s_inherited = new()
    {
        ["register_module"] = new[] { "string", AnyType },
        ["call"] = new[] { Tensors },
        ["parameters"] = new string[0],
    };

    private static readonly ILookup<string, GeneratedMember> s_byName = s_all.ToLookup(static member => member.Name);

    /// <summary>The public members of a group, in the order of the generated file.</summary>
    public static IEnumerable<GeneratedMember> Of(MemberGroup group) => s_all.Where(member => member.Group == group);

    /// <summary>A member of this name; the first of several.</summary>
    public static GeneratedMember Named(string name) => s_byName[name].First();

    /// <summary>
    /// All members, generated and inherited, that generated code speaks of: a local variable or a parameter of such a name would hide one.
    /// </summary>
    public static IReadOnlyList<string> Names { get; } =
        s_all.Select(static member => member.Name).Concat(s_inherited.Keys).Append(Training).Distinct().ToList();

    /// <summary>Whether the class may not have a member of this name.</summary>
    public static bool IsTaken(string name) => s_byName.Contains(name);

    public static bool CouldClash(string name) => IsTaken(name) || name == Mode || (name.Length > 0 && name[0] == FieldPrefix);

    /// <summary>Whether the class may have a method of this name beside the generated ones.</summary>
    /// <param name="name">A method of the user's.</param>
    /// <param name="parameters">The types of its parameters; <see langword="null"/> where no generated method has such.</param>
    /// <param name="inputs">How many inputs the network has.</param>
    public static bool AllowsOverload(string name, string? parameters, int inputs)
    {
        IEnumerable<string?> ours = s_byName[name].Select(static member => member.Parameters);
        return ours.Any()
            && ours.All(our => our is not null && (parameters is null || parameters != AllOf(our, inputs)));
    }

    /// <summary>Whether generated code uses a member that is inherited.</summary>
    public static bool IsInherited(string name) => name == Training || s_inherited.ContainsKey(name);

    /// <summary>
    /// The types of the arguments that generated code gives an inherited method, any for <see cref="AnyType"/>;
    /// <see langword="null"/> for what is no method.
    /// </summary>
    /// <param name="name">A method that it calls.</param>
    /// <param name="inputs">How many inputs the network has.</param>
    public static IReadOnlyList<string>? ArgumentsOf(string name, int inputs) => s_inherited.TryGetValue(name, out string[] types)
        ? types.SelectMany(type => type == Tensors ? Enumerable.Repeat(Tensor, inputs) : new[] { type }).ToList()
        : null;

    private static GeneratedMember Constant(string name, string type, string nothing, string documentation) =>
        new(MemberGroup.Network, name) { Signature = $"const {type} {name}", Documentation = documentation, Nothing = nothing };

    // What there is one of for each input.
    private static string AllOf(string parameters, int inputs) => parameters is Tensors or AllValues
        ? string.Join(", ", Enumerable.Repeat(parameters == Tensors ? Tensor : Values, inputs))
        : parameters;
}
