using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Diagnostics;

/// <summary>The rule of each id: its title, its message, its help page.</summary>
internal static partial class Rules
{
    private const string Declaration = "CnnGen.Declaration";
    private const string Shapes = "CnnGen.Shapes";
    private const string Training = "CnnGen.Training";

    public static readonly DiagnosticDescriptor NotPartial = Error(RuleIds.NotPartial, Declaration,
        "A model class is partial",
        "'{0}' cannot become a model because it is not partial. Write 'partial class {0}'.");

    public static readonly DiagnosticDescriptor OuterNotPartial = Error(RuleIds.OuterNotPartial, Declaration,
        "The types around a model class are partial",
        "'{0}' cannot become a model because '{1}', which it is declared in, is not partial. Make '{1}' partial.");

    public static readonly DiagnosticDescriptor WrongKindOfClass = Error(RuleIds.WrongKindOfClass, Declaration,
        "A model is an ordinary class",
        "'{0}' cannot become a model because it is {1}. Declare it as an ordinary 'partial class'.");

    public static readonly DiagnosticDescriptor OtherBaseClass = Error(RuleIds.OtherBaseClass, Declaration,
        "A model class has no base class of its own",
        "'{0}' cannot become a model because it derives from '{1}'. Its base class will be torch.nn.Module<Tensor, Tensor>, so remove '{1}'.");

    public static readonly DiagnosticDescriptor NoInput = Error(RuleIds.NoInput, Declaration,
        "A model says what comes in",
        "'{0}' does not say what comes in. Add [Input(height, width, channels)], for example [Input(28, 28, 1)].");

    public static readonly DiagnosticDescriptor NoLayers = Error(RuleIds.NoLayers, Declaration,
        "A model has layers",
        "'{0}' has no layers. Add them under [Input], for example [Flatten] and [Dense(10, Activation = Activation.Softmax)].");

    public static readonly DiagnosticDescriptor SeveralParts = Error(RuleIds.SeveralParts, Declaration,
        "The layers stand on one part of the class",
        "{0} stands on another part of '{1}' than the layers before it, so their order is not defined. Put all layers on one part.");

    public static readonly DiagnosticDescriptor DuplicateName = Error(RuleIds.DuplicateName, Declaration,
        "Layer names are unique",
        "Two layers of '{0}' are named '{1}'. Rename one of them.");

    public static readonly DiagnosticDescriptor BadName = Error(RuleIds.BadName, Declaration,
        "Names can be registered and printed",
        "The name '{0}' cannot be used: {1}. {2}");

    public static readonly DiagnosticDescriptor MemberClash = Error(RuleIds.MemberClash, Declaration,
        "A model class leaves the generated names free",
        "'{0}' already has {1}, which CnnGen generates. {2}");

    public static readonly DiagnosticDescriptor UnknownLayer = Error(RuleIds.UnknownLayer, Declaration,
        "Layers are CnnGen's own",
        "[{0}] is a layer attribute that CnnGen has no layer for. Use one of its layers.");

    public static readonly DiagnosticDescriptor LanguageVersion = Error(RuleIds.LanguageVersion, Declaration,
        "Models need C# 11",
        "'{0}' cannot be generated because the project compiles as C# {1}. Set <LangVersion> to 11 or later.");

    public static readonly DiagnosticDescriptor NoTorch = Error(RuleIds.NoTorch, Declaration,
        "Models need TorchSharp",
        "'{0}' cannot be generated because the project references no TorchSharp. Add the package TorchSharp-cpu, or a library with its API.");

    public static readonly DiagnosticDescriptor OtherRuntime = Error(RuleIds.OtherRuntime, Declaration,
        "The generator and the library are of one version",
        "'{0}' cannot be generated because the referenced CnnGen library lacks '{1}'. Reference CnnGen in the generator's version.");

    public static readonly DiagnosticDescriptor StrayAttribute = Error(RuleIds.StrayAttribute, Declaration,
        "Layers belong to a model",
        "[{0}] has no effect because '{1}' is not a model. Add [Model] to the class.");

    public static readonly DiagnosticDescriptor UnknownName = Error(RuleIds.UnknownName, Declaration,
        "A layer refers to what stands above it",
        "{0}: {1}. {2}");

    public static readonly DiagnosticDescriptor NamelessInput = Error(RuleIds.NamelessInput, Declaration,
        "Several inputs have names",
        "The input ({0}) has no name, but the model has several inputs. Write [Input(\"name\", {0})] and refer to it with From.");

    public static readonly DiagnosticDescriptor NotUsable = Error(RuleIds.NotUsable, Declaration,
        "A use names a block, a model or a layer",
        "{0} cannot be used here: it {1}. {2}");

    public static readonly DiagnosticDescriptor BlockArgument = Error(RuleIds.BlockArgument, Declaration,
        "A use gives what its block takes",
        "{0} {1}. {2}");

    public static readonly DiagnosticDescriptor DoesNotFit = Error(RuleIds.DoesNotFit, Shapes,
        "A kernel or pool fits into the map",
        "{0} cannot fit: {1} with padding 'valid' needs at least {2}, but {3} comes in ({4}). {5}");

    public static readonly DiagnosticDescriptor WrongRank = Error(RuleIds.WrongRank, Shapes,
        "A layer gets the number of axes that it works on",
        "{0} needs {1}, but {2} comes in ({3}). {4}");

    public static readonly DiagnosticDescriptor BadInputShape = Error(RuleIds.BadInputShape, Shapes,
        "An input is an image or a vector",
        "The input shape ({0}) {1}. {2}");

    public static readonly DiagnosticDescriptor OutOfRange = Error(RuleIds.OutOfRange, Shapes,
        "A layer's arguments lie in their ranges",
        "{0}: {1} must be {2}, but is {3}");

    public static readonly DiagnosticDescriptor UndefinedValue = Error(RuleIds.UndefinedValue, Shapes,
        "An enum argument has a defined value",
        "{0}: {1} is no value of {2}. Use {3}.");

    public static readonly DiagnosticDescriptor StridesWithDilation = Error(RuleIds.StridesWithDilation, Shapes,
        "Strides and dilation exclude each other",
        "{0} has strides {1} and dilation {2}, but only one of them may be larger than 1. Remove one of them.");

    public static readonly DiagnosticDescriptor Groups = Error(RuleIds.Groups, Shapes,
        "Groups divide channels and filters",
        "{0}: {1} groups do not divide {2}. {3}");

    public static readonly DiagnosticDescriptor WrongInputFeatures = Error(RuleIds.WrongInputFeatures, Shapes,
        "A claimed number of input features is right",
        "{0} claims {1} input features, but {2} come in: {3} ({4}). Write InputFeatures = {2}, or leave it out.");

    public static readonly DiagnosticDescriptor WrongExpectation = Error(RuleIds.WrongExpectation, Shapes,
        "An expected shape is right",
        "{0} is expected here, but {1} comes in ({2}). Write [Expect({3})], or change the layers above.");

    public static readonly DiagnosticDescriptor TooLarge = Error(RuleIds.TooLarge, Shapes,
        "A model can be counted",
        "{0} is too large: {1} ({2}). Make it or the layers above it smaller.");

    public static readonly DiagnosticDescriptor MergeShapes = Error(RuleIds.MergeShapes, Shapes,
        "Merged shapes fit together",
        "{0} cannot merge {1}: {2} ({3}). {4}");

    public static readonly DiagnosticDescriptor MergeCount = Error(RuleIds.MergeCount, Shapes,
        "A merge has as many inputs as it takes",
        "{0} {1}. {2}");

    public static readonly DiagnosticDescriptor SharedShape = Error(RuleIds.SharedShape, Shapes,
        "A layer used again gets the shape it was made for",
        "{0} cannot be used again here: its weights are made for {1}, but {2} comes in ({3}). Bring the input to {1}, or add a layer of its own.");

    public static readonly DiagnosticDescriptor NestedInput = Error(RuleIds.NestedInput, Shapes,
        "A used model gets its input's shape",
        "{0} takes {1}, but {2} comes in ({3}). Change the layers above, or the [Input] of '{4}'.");

    public static readonly DiagnosticDescriptor Axis = Error(RuleIds.Axis, Shapes,
        "An axis exists",
        "{0}: {1} must be {2} for {3}, which comes in ({4}), but is {5}");

    public static readonly DiagnosticDescriptor Reshape = Error(RuleIds.Reshape, Shapes,
        "A reshape keeps the number of values",
        "{0} cannot make {2} of {1}: {3} ({4}). {5}");

    public static readonly DiagnosticDescriptor NotImageData = Error(RuleIds.NotImageData, Training,
        "A data set says what it holds",
        "'{0}' cannot train '{1}': {2}. {3}");

    public static readonly DiagnosticDescriptor DataShape = Error(RuleIds.DataShape, Training,
        "The images of the data set fit the input",
        "'{0}' gives images of {1}, but '{2}' takes {3}. {4}");

    public static readonly DiagnosticDescriptor ClassCount = Error(RuleIds.ClassCount, Training,
        "The last layer has one unit for each class",
        "{0} gives {1}, but '{2}' has {3} classes. {4}");

    public static readonly DiagnosticDescriptor OutputIsMap = Error(RuleIds.OutputIsMap, Training,
        "A classifier ends in a vector",
        "{0} gives the map {1}, but training needs one vector for each image ({2}). Add [Flatten] or [GlobalAveragePooling2D] {3}.");

    public static readonly DiagnosticDescriptor SoftmaxOverOneUnit = Error(RuleIds.SoftmaxOverOneUnit, Training,
        "Softmax has several units to choose from",
        "{0} applies softmax to one unit, which always gives 1. Use Activation.Sigmoid, or one unit for each class.");

    public static readonly DiagnosticDescriptor LossAndLabels = Error(RuleIds.LossAndLabels, Training,
        "The loss takes the data set's labels",
        "Loss.{0} needs {1}, but '{2}' gives {3}. Use {4}.");

    public static readonly DiagnosticDescriptor LossAndOutput = Error(RuleIds.LossAndOutput, Training,
        "The loss fits the last layer",
        "{0} does not fit {1}, which ends in {2}. {3}");

    public static readonly DiagnosticDescriptor TrainingArgument = Error(RuleIds.TrainingArgument, Training,
        "Training arguments lie in their ranges",
        "{0}: {1} must be {2}, but is {3}");

    public static readonly DiagnosticDescriptor UnusedArgument = Error(RuleIds.UnusedArgument, Training,
        "An optimizer is given its own arguments",
        "Optimizer.{0} has no {1}. Remove it, or use {2}.");

    public static readonly DiagnosticDescriptor Metrics = Error(RuleIds.Metrics, Training,
        "Metrics can be measured on the labels",
        "Metrics.{0} cannot be measured: {1}. {2}");

    public static readonly DiagnosticDescriptor NothingToTrain = Error(RuleIds.NothingToTrain, Training,
        "A trained model has weights",
        "'{0}' has nothing to train: none of its layers has weights. Add a layer such as [Dense(10)], or remove [Training].");

    public static readonly DiagnosticDescriptor SeveralTensors = Error(RuleIds.SeveralTensors, Training,
        "Training is generated for one input and one output",
        "'{0}' has {1} and {2}, but [Training] writes the training of one each. Remove [Training] and write the loop over forward.");

    /// <summary>The rule of an id.</summary>
    public static DiagnosticDescriptor Of(string id) => s_byId[id];

    private static readonly Dictionary<string, DiagnosticDescriptor> s_byId;

    // Not where they are declared, because the descriptors of both files must be there first.
    static Rules() => s_byId = new[]
    {
        NotPartial, OuterNotPartial, WrongKindOfClass, OtherBaseClass, NoInput, NoLayers, SeveralParts, DuplicateName,
        BadName, MemberClash, UnknownLayer, LanguageVersion, NoTorch, OtherRuntime, StrayAttribute,
        UnknownName, NamelessInput, NotUsable, BlockArgument,
        DoesNotFit, WrongRank, BadInputShape, OutOfRange, UndefinedValue, StridesWithDilation, Groups, WrongInputFeatures,
        WrongExpectation, TooLarge, MergeShapes, MergeCount, SharedShape, NestedInput, Axis, Reshape,
        NotImageData, DataShape, ClassCount, OutputIsMap, SoftmaxOverOneUnit, LossAndLabels, LossAndOutput,
        TrainingArgument, UnusedArgument, Metrics, NothingToTrain, SeveralTensors,
    }.Concat(Advice).Append(ShapeHere).ToDictionary(static rule => rule.Id);

    private static DiagnosticDescriptor Error(string id, string category, string title, string message) =>
        Rule(id, category, DiagnosticSeverity.Error, title, message);

    private static DiagnosticDescriptor Rule(string id, string category, DiagnosticSeverity severity, string title, string message) => new(
        id, title, message, category, severity, isEnabledByDefault: true,
        helpLinkUri: $"https://github.com/cnngen/cnngen/blob/main/generator/rules/{id}.md");
}
