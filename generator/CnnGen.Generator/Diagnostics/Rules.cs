using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Problems;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Diagnostics;

/// <summary>The rule of each id: its title, its message, its help page.</summary>
internal static partial class Rules
{
    private const string Declaration = "CnnGen.Declaration";
    private const string Shapes = "CnnGen.Shapes";
    private const string Training = "CnnGen.Training";

    public static readonly DiagnosticDescriptor NotPartial = Error(RuleIds.NotPartial, Declaration,
        "A model class must be partial",
        "'{0}' cannot become a model because it is not partial. Write 'partial class {0}'.");

    public static readonly DiagnosticDescriptor OuterNotPartial = Error(RuleIds.OuterNotPartial, Declaration,
        "The types around a model class must be partial",
        "'{0}' cannot become a model because '{1}', which it is declared in, is not partial. Make '{1}' partial.");

    public static readonly DiagnosticDescriptor WrongKindOfClass = Error(RuleIds.WrongKindOfClass, Declaration,
        "A model must be an ordinary class",
        "'{0}' cannot become a model because it is {1}. Declare it as an ordinary 'partial class'.");

    public static readonly DiagnosticDescriptor OtherBaseClass = Error(RuleIds.OtherBaseClass, Declaration,
        "A model class must have no base class of its own",
        "'{0}' cannot become a model because it derives from '{1}'. Its base class will be torch.nn.Module<Tensor, Tensor>, so remove '{1}'.");

    public static readonly DiagnosticDescriptor NoInput = Error(RuleIds.NoInput, Declaration,
        "A model must say what comes in",
        "'{0}' does not say what comes in. Add [Input(height, width, channels)], for example [Input(28, 28, 1)].");

    public static readonly DiagnosticDescriptor NoLayers = Error(RuleIds.NoLayers, Declaration,
        "A model must have layers",
        "'{0}' has no layers. Add them under [Input], for example [Flatten] and [Dense(10, Activation = Activation.Softmax)].");

    public static readonly DiagnosticDescriptor SeveralParts = Error(RuleIds.SeveralParts, Declaration,
        "The layers must stand on one part of the class",
        "{0} stands on another part of '{1}' than the layers before it, so their order is not defined. Put all layers on one part.");

    public static readonly DiagnosticDescriptor DuplicateName = Error(RuleIds.DuplicateName, Declaration,
        "Layer names must be unique",
        "Two layers of '{0}' are named '{1}'. Rename one of them.");

    public static readonly DiagnosticDescriptor BadName = Error(RuleIds.BadName, Declaration,
        "Names must be fit to be registered and printed",
        "The name '{0}' cannot be used: {1}. {2}");

    public static readonly DiagnosticDescriptor MemberClash = Error(RuleIds.MemberClash, Declaration,
        "A model class must leave the generated members alone",
        "'{0}' has {1}. {2}");

    public static readonly DiagnosticDescriptor UnknownLayer = Error(RuleIds.UnknownLayer, Declaration,
        "Layers must be CnnGen's own",
        "[{0}] is a layer attribute that CnnGen has no layer for. Use one of its layers.");

    public static readonly DiagnosticDescriptor LanguageVersion = Error(RuleIds.LanguageVersion, Declaration,
        "A project with models must be compiled as C# 11 or later",
        "'{0}' cannot be generated because the project compiles as C# {1}. Set <LangVersion> to 11 or later.");

    public static readonly DiagnosticDescriptor NoTorch = Error(RuleIds.NoTorch, Declaration,
        "A project with models must reference one TorchSharp",
        "'{0}' cannot be generated because the project references {1}. {2}");

    public static readonly DiagnosticDescriptor OtherRuntime = Error(RuleIds.OtherRuntime, Declaration,
        "The generator and the library must be of one version",
        "'{0}' cannot be generated because the referenced CnnGen library lacks '{1}'. Reference CnnGen in the generator's version.");

    public static readonly DiagnosticDescriptor StrayAttribute = Error(RuleIds.StrayAttribute, Declaration,
        "Layers must belong to a model",
        "[{0}] has no effect because '{1}' is neither a model nor a block. {2}.");

    public static readonly DiagnosticDescriptor UnknownName = Error(RuleIds.UnknownName, Declaration,
        "A layer must refer to what stands above it",
        "{0} names something that it cannot take: {1}. {2}");

    public static readonly DiagnosticDescriptor NamelessInput = Error(RuleIds.NamelessInput, Declaration,
        "Several inputs must have names",
        "The input ({0}) has no name, but the model has several inputs. Write [Input(\"name\", {0})] and refer to it with From.");

    public static readonly DiagnosticDescriptor NotUsable = Error(RuleIds.NotUsable, Declaration,
        "A use must name a block, a model or a layer",
        "{0} cannot be used here: it {1}. {2}");

    public static readonly DiagnosticDescriptor BlockArgument = Error(RuleIds.BlockArgument, Declaration,
        "A use must give what its block takes",
        "An argument of a block has no value here: {0} {1}. {2}");

    public static readonly DiagnosticDescriptor LateDeclaration = Error(RuleIds.LateDeclaration, Declaration,
        "What a model declares must not come from another generator",
        "'{0}' was not generated because an attribute or constant in its declaration comes from another source generator, and generators "
        + "do not see each other's output. Write it in a file of the project, or in a project that this one references.");

    public static readonly DiagnosticDescriptor OtherLayer = Error(RuleIds.OtherLayer, Declaration,
        "A layer must be one that CnnGen has",
        "CnnGen has no [{0}]. {1}");

    public static readonly DiagnosticDescriptor DoesNotFit = Error(RuleIds.DoesNotFit, Shapes,
        "A kernel or pool must fit into the map",
        "{0} cannot fit: {1} with padding 'valid' needs at least {2}, but {3} comes in ({4}). {5}");

    public static readonly DiagnosticDescriptor WrongRank = Error(RuleIds.WrongRank, Shapes,
        "A layer must get the number of axes that it works on",
        "{0} needs {1}, but {2} comes in ({3}). {4}");

    public static readonly DiagnosticDescriptor BadInputShape = Error(RuleIds.BadInputShape, Shapes,
        "An input must be an image or a vector",
        "The input shape ({0}) {1}. {2}");

    public static readonly DiagnosticDescriptor OutOfRange = Error(RuleIds.OutOfRange, Shapes,
        "A layer's arguments must lie in their ranges",
        "{0}: {1} must be {2}, but is {3}");

    public static readonly DiagnosticDescriptor UndefinedValue = Error(RuleIds.UndefinedValue, Shapes,
        "An enum argument must have a defined value",
        "{0}: {1} is no value of {2}. Use {3}.");

    public static readonly DiagnosticDescriptor StridesWithDilation = Error(RuleIds.StridesWithDilation, Shapes,
        "Strides and dilation must not be combined",
        "{0} has strides {1} and dilation {2}, but only one of them may be larger than 1. Remove one of them.");

    public static readonly DiagnosticDescriptor Groups = Error(RuleIds.Groups, Shapes,
        "Groups must divide channels and filters",
        "{0}: {1} groups do not divide {2}. {3}");

    public static readonly DiagnosticDescriptor WrongInputFeatures = Error(RuleIds.WrongInputFeatures, Shapes,
        "A claimed number of input features must be right",
        "{0} claims {1} input features, but {2} come in: {3} ({4}). Write InputFeatures = {2}, or leave it out.");

    public static readonly DiagnosticDescriptor WrongExpectation = Error(RuleIds.WrongExpectation, Shapes,
        "An expected shape must be right",
        "{0} is expected here, but {1} comes in ({2}). Write [Expect({3})], or change the layers above.");

    public static readonly DiagnosticDescriptor TooLarge = Error(RuleIds.TooLarge, Shapes,
        "A model must be small enough to be counted",
        "{0} is too large: {1} ({2}). Make it or the layers above it smaller.");

    public static readonly DiagnosticDescriptor MergeShapes = Error(RuleIds.MergeShapes, Shapes,
        "Merged shapes must fit together",
        "{0} cannot merge {1}: {2} ({3}). {4}");

    public static readonly DiagnosticDescriptor MergeCount = Error(RuleIds.MergeCount, Shapes,
        "A merge must have as many inputs as it takes",
        "{0} does not get the inputs that it merges: it {1}. {2}");

    public static readonly DiagnosticDescriptor SharedShape = Error(RuleIds.SharedShape, Shapes,
        "A layer used again must get the shape it was made for",
        "{0} cannot be used again here: its weights are made for {1}, but {2} comes in ({3}). Bring the input to {1}, or add a layer of its own.");

    public static readonly DiagnosticDescriptor NestedInput = Error(RuleIds.NestedInput, Shapes,
        "A used model must get its input's shape",
        "{0} takes {1}, but {2} comes in ({3}). Change the layers above, or the [Input] of '{4}'.");

    public static readonly DiagnosticDescriptor Axis = Error(RuleIds.Axis, Shapes,
        "An axis must exist",
        "{0}: {1} must be {2} for {3}, which comes in ({4}), but is {5}");

    public static readonly DiagnosticDescriptor Reshape = Error(RuleIds.Reshape, Shapes,
        "A reshape must keep the number of values",
        "{0} cannot make {2} of {1}: {3} ({4}). {5}");

    public static readonly DiagnosticDescriptor NotImageData = Error(RuleIds.NotImageData, Training,
        "A data set must say what it holds",
        "'{0}' cannot train '{1}': {2}. {3}");

    public static readonly DiagnosticDescriptor DataShape = Error(RuleIds.DataShape, Training,
        "What the data set gives must fit the input",
        "'{0}' gives {1}, but '{2}' takes {3}. {4}");

    public static readonly DiagnosticDescriptor ClassCount = Error(RuleIds.ClassCount, Training,
        "The last layer must have one unit for each class",
        "{0} gives {1}, but '{2}' has {3} classes. {4}");

    public static readonly DiagnosticDescriptor OutputIsMap = Error(RuleIds.OutputIsMap, Training,
        "A classifier must end in a vector",
        "{0} gives the map {1}, but training needs one vector for each image ({2}). Add [Flatten] or [GlobalAveragePooling2D] {3}.");

    public static readonly DiagnosticDescriptor SoftmaxOverOneUnit = Error(RuleIds.SoftmaxOverOneUnit, Training,
        "Softmax must have several units to choose from",
        "{0} applies softmax to one unit, which always gives 1. {1}");

    public static readonly DiagnosticDescriptor LossAndLabels = Error(RuleIds.LossAndLabels, Training,
        "The loss must take the data set's labels",
        "Loss.{0} needs {1}, but '{2}' gives {3}. Use {4}.");

    public static readonly DiagnosticDescriptor LossAndOutput = Error(RuleIds.LossAndOutput, Training,
        "The loss must fit the last layer",
        "{0} does not fit {1}, which ends in {2}. {3}");

    public static readonly DiagnosticDescriptor TrainingArgument = Error(RuleIds.TrainingArgument, Training,
        "Training arguments must lie in their ranges",
        "{0}: {1} must be {2}, but is {3}");

    public static readonly DiagnosticDescriptor UnusedArgument = Error(RuleIds.UnusedArgument, Training,
        "A loss, an optimizer, a metric must be given its own arguments",
        "{0} has no {1}. Remove it, or use {2}.");

    public static readonly DiagnosticDescriptor Metrics = Error(RuleIds.Metrics, Training,
        "Metrics must be measurable on the labels",
        "Metrics.{0} cannot be measured: {1}. {2}");

    public static readonly DiagnosticDescriptor NothingToTrain = Error(RuleIds.NothingToTrain, Training,
        "A trained model must have weights",
        "'{0}' has nothing to train: none of its layers has weights. Add a layer such as [Dense(10)], or remove [Training].");

    public static readonly DiagnosticDescriptor DataMatching = Error(RuleIds.DataMatching, Training,
        "Each input must have data, and each output a target",
        "'{0}' cannot be trained on '{1}': {2}. {3}");

    public static readonly DiagnosticDescriptor OutputShape = Error(RuleIds.OutputShape, Training,
        "An output must have the shape of its target",
        "{0} gives {1}, but '{2}' has {3} ({4}). {5}");

    public static readonly DiagnosticDescriptor OwnFunction = Error(RuleIds.OwnFunction, Training,
        "A loss or metric of one's own must be a static method over two tensors",
        "{0} cannot be '{1}' of '{2}': {3}. Write 'static Tensor {1}(Tensor outputs, Tensor targets)'.");

    /// <summary>The rule of an id.</summary>
    public static DiagnosticDescriptor Of(string id) => s_byId[id];

    private static readonly Dictionary<string, DiagnosticDescriptor> s_byId;

    // Not where they are declared, because the descriptors of both files must be there first.
    static Rules() => s_byId = new[]
    {
        NotPartial, OuterNotPartial, WrongKindOfClass, OtherBaseClass, NoInput, NoLayers, SeveralParts, DuplicateName,
        BadName, MemberClash, UnknownLayer, LanguageVersion, NoTorch, OtherRuntime, StrayAttribute,
        UnknownName, NamelessInput, NotUsable, BlockArgument, LateDeclaration, OtherLayer,
        DoesNotFit, WrongRank, BadInputShape, OutOfRange, UndefinedValue, StridesWithDilation, Groups, WrongInputFeatures,
        WrongExpectation, TooLarge, MergeShapes, MergeCount, SharedShape, NestedInput, Axis, Reshape,
        NotImageData, DataShape, ClassCount, OutputIsMap, SoftmaxOverOneUnit, LossAndLabels, LossAndOutput,
        TrainingArgument, UnusedArgument, Metrics, NothingToTrain, DataMatching, OwnFunction, OutputShape,
    }.Concat(Advice).Append(ChosenByTestData).Concat(new[] { ShapeHere, ShapeComment, UnwrittenShapes }).ToDictionary(static rule => rule.Id);

    private static DiagnosticDescriptor Error(string id, string category, string title, string message) =>
        Rule(id, category, DiagnosticSeverity.Error, title, message);

    private static DiagnosticDescriptor Rule(string id, string category, DiagnosticSeverity severity, string title, string message) => new(
        id, title, message, category, severity, isEnabledByDefault: true, new RulePage(id), RulePage.Link(id));
}
