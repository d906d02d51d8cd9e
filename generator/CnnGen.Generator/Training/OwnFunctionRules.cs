using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Layers;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Text;
using CnnGen.Generator.Training.Losses;
using CnnGen.Generator.Training.Metrics;

namespace CnnGen.Generator.Training;

/// <summary>Losses and metrics that are methods of the class: whether generated code can call them.</summary>
internal static class OwnFunctionRules
{
    private const string Loss = "CustomLoss";
    private const string Metrics = "CustomMetrics";

    /// <summary>Whether the methods that an attribute names are there.</summary>
    public static void Check(Arguments arguments, AttributeDeclaration attribute, ModelDeclaration declaration)
    {
        if (arguments.Text(Loss) is { } loss)
        {
            Check(arguments, declaration, Loss, loss);
            if (!arguments.IsFaulty && arguments.Has("Loss"))
            {
                arguments.Report(RuleIds.UnusedArgument, "Loss", arguments.LeaveOut("Loss"), Loss, "Loss", "Loss alone");
            }
        }

        foreach (string metric in MetricNames(attribute))
        {
            Check(arguments, declaration, Metrics, metric);
        }
    }

    /// <summary>The method that is the loss; <see langword="null"/> if none is named.</summary>
    public static LossKind? LossOf(Arguments arguments) => arguments.Text(Loss) is { } method ? new CustomLoss(method) : null;

    /// <summary>The methods that are metrics.</summary>
    public static IEnumerable<MetricKind> MetricsOf(Arguments arguments) =>
        (arguments.Texts(Metrics) ?? []).Distinct().Select(static method => new CustomMetric(method));

    private static IEnumerable<string> MetricNames(AttributeDeclaration attribute) =>
        attribute[Metrics] is EquatableArray<string> names ? names.Distinct() : [];

    private static void Check(Arguments arguments, ModelDeclaration declaration, string argument, string method)
    {
        if (declaration.Functions.FirstOrDefault(function => function.Name == method)?.Fault is { } fault && Words(fault) is { } words)
        {
            arguments.Report(RuleIds.OwnFunction, argument, argument, method, declaration.Class.Name, words);
        }
    }

    private static string? Words(OwnFunctionFault fault) => fault switch
    {
        OwnFunctionFault.Missing => "there is no such method",
        OwnFunctionFault.NotStatic => "it is not static",
        OwnFunctionFault.Generic => "it has type parameters",
        OwnFunctionFault.OtherTypes => "it does not make a tensor of two",
        _ => null,
    };
}
