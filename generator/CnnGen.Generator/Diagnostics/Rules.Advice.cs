using System.Collections.Immutable;
using CnnGen.Generator.Problems;
using Microsoft.CodeAnalysis;

namespace CnnGen.Generator.Diagnostics;

// What works but is hardly meant. Warnings are mistakes in nearly every network; hints cost something, and may be wanted.
internal static partial class Rules
{
    private const string AdviceCategory = "CnnGen.Advice";

    public static readonly DiagnosticDescriptor CancelledBias = Hint(RuleIds.CancelledBias,
        "A bias should not be normalized away",
        "{0} has {1} that {2} subtracts with the mean. Write UseBias = false.");

    public static readonly DiagnosticDescriptor StridesWithSame = Hint(RuleIds.StridesWithSame,
        "Padding and strides should not work against each other",
        "{0} keeps the map's size with Pad.Same and makes it smaller with strides of {1}: {2} → {3}. One of the two is enough.");

    public static readonly DiagnosticDescriptor LargeDense = Hint(RuleIds.LargeDense,
        "No Dense layer should hold nearly all parameters",
        "{0} holds {1} of {2} parameters ({3} %), because {4} hands it {5} values. Strides or pooling above it, or [GlobalAveragePooling2D] in place of [Flatten], make it smaller.");

    public static readonly DiagnosticDescriptor DroppedRows = Hint(RuleIds.DroppedRows,
        "Strides should come out even",
        "{0} does not read the last {1} of {2}, because strides of {3} do not come out even. {4} would be read whole.");

    public static readonly DiagnosticDescriptor LinearStack = Warning(RuleIds.LinearStack,
        "Layers in a row should have a non-linearity in between",
        "{0} and {1} follow each other without an activation, so that they compute no more than one layer could. Give {0} an Activation.");

    public static readonly DiagnosticDescriptor ReLUOutput = Warning(RuleIds.ReLUOutput,
        "A classifier should not end in ReLU",
        "{0} ends in ReLU, which cuts off the scores below 0 that {1} needs. Use {2}.");

    public static readonly DiagnosticDescriptor UnreachedLayer = Warning(RuleIds.UnreachedLayer,
        "Every layer should reach an output",
        "{0} reaches no output, so that it is left out of the network. Name it in From, in a merge layer or in [Output], or remove it.");

    public static readonly DiagnosticDescriptor GappedWindows = Warning(RuleIds.GappedWindows,
        "The windows of the first convolution should overlap",
        "{0} moves by {1} with a kernel of {2}, so that no two windows overlap: {3} → {4}. Leave the strides out, if only the kernel was meant.");

    public static readonly DiagnosticDescriptor ChannelsFirstLook = Warning(RuleIds.ChannelsFirstLook,
        "Shapes should be height, width, channels",
        "The input ({0}) looks like channels, height, width, but is read as height, width, channels. Write [Input({1})], or Format = DataFormat.ChannelsFirst.");

    public static readonly DiagnosticDescriptor RepeatedAxis = Warning(RuleIds.RepeatedAxis,
        "Merged shapes should be equal",
        "{0} {1}: {2} is repeated to {3}. Bring them to one shape, if that is not meant.");

    public static readonly DiagnosticDescriptor DenseOnMap = Warning(RuleIds.DenseOnMap,
        "Dense should get a vector",
        "{0} works on the last axis of {1} alone and gives {2}. Insert [Flatten] above it, if it is to see the whole map.");

    public static readonly DiagnosticDescriptor NormalizedProbabilities = Hint(RuleIds.NormalizedProbabilities,
        "Probabilities should not be normalized again",
        "{0} normalizes the probabilities that {1} gives, so that they no longer add up to 1. Put it above the softmax.");

    public static readonly DiagnosticDescriptor OtherAxis = Warning(RuleIds.OtherAxis,
        "A batch normalization should work on the channels",
        "{0} normalizes axis {1}, of size {2}, but the channels of {3} are axis {4}. Leave Axis out.");

    public static readonly DiagnosticDescriptor JoinedWidth = Warning(RuleIds.JoinedWidth,
        "Channels should be joined, and not the last axis of another format",
        "{0} joins maps of {1} along axis {2}, the last one, because Axis is left out: {3}. The channels come first here. Write Axis = 1.");

    public static readonly DiagnosticDescriptor ChosenByTestData = Warning(RuleIds.ChosenByTestData,
        "What is chosen should not be chosen by the test data",
        "{0} chooses by '{1}', so that what is measured on it will be too good. Validate on a part of the training data (Split), and test once, at the end.");

    public static readonly DiagnosticDescriptor ShapeHere = Rule(RuleIds.ShapeHere, AdviceCategory, DiagnosticSeverity.Hidden,
        "A shape can be stated",
        "{0} gives {1}, which [Expect] can state");

    public static readonly DiagnosticDescriptor ShapeComment = Warning(RuleIds.ShapeComment,
        "A shape beside a layer should be the one that it gives",
        "The comment says {0}, but {1} gives {2}. Write that.");

    public static readonly DiagnosticDescriptor UnwrittenShapes = Rule(RuleIds.UnwrittenShapes, AdviceCategory, DiagnosticSeverity.Hidden,
        "Shapes can be written beside the layers",
        "{0} has layers without their shapes beside them");

    /// <summary>What the analyzer of advice reports.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Advice = ImmutableArray.Create(
        CancelledBias, StridesWithSame, LargeDense, DroppedRows, LinearStack, ReLUOutput, UnreachedLayer, GappedWindows,
        ChannelsFirstLook, RepeatedAxis, DenseOnMap, NormalizedProbabilities, OtherAxis, JoinedWidth);

    private static DiagnosticDescriptor Hint(string id, string title, string message) =>
        Rule(id, AdviceCategory, DiagnosticSeverity.Info, title, message);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Rule(id, AdviceCategory, DiagnosticSeverity.Warning, title, message);
}
