using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Models;
using CnnGen.Generator.Network;
using CnnGen.Generator.Reading;
using CnnGen.Generator.Training;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnGen.Generator.Analyzers.Advice;

/// <summary>A model without errors, as advice looks at it: layers that know who reads them.</summary>
internal sealed class AdvisedModel
{
    private readonly ModelDeclaration _declaration;

    private AdvisedModel(ModelReading reading, CheckedModel model)
    {
        _declaration = reading.Declaration;
        Positions = reading.Positions;
        Network = model.Network;
        Training = model.Training;
        Layers = AdvisedLayer.All(model.Network);
    }

    public AttributePositions Positions { get; }

    public CheckedNetwork Network { get; }

    /// <summary>How it is trained; <see langword="null"/> without [Training].</summary>
    public TrainingPlan? Training { get; }

    /// <summary>The layers, in the order of the source, those that reach no output among them.</summary>
    public IReadOnlyList<AdvisedLayer> Layers { get; }

    /// <returns><see langword="null"/> where the symbol is no model, or one with errors.</returns>
    public static AdvisedModel? Read(SymbolAnalysisContext context) =>
        CheckedModels.Of(context) is var (reading, model) && model.IsSound && model.Network.IsCertain ? new AdvisedModel(reading, model) : null;

    /// <summary>Whether an [Expect] stands below a layer, above the next one.</summary>
    public bool IsStated(AdvisedLayer layer) => _declaration.Attributes
        .Where(static attribute => attribute.IsStep)
        .SkipWhile(attribute => attribute.Index != layer.Attribute.Index)
        .Skip(1)
        .FirstOrDefault()?.Kind == AttributeKind.Expect;
}
