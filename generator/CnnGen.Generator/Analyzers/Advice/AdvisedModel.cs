using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Models;
using CnnGen.Generator.Network;
using CnnGen.Generator.Reading;
using CnnGen.Generator.Training;

namespace CnnGen.Generator.Analyzers.Advice;

/// <summary>A model without errors, as advice looks at it: layers that know who reads them.</summary>
internal sealed class AdvisedModel
{
    private readonly HashSet<int> _stated;

    private AdvisedModel(ModelReading reading, CheckedModel model)
    {
        _stated = Stated(reading.Declaration);
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

    /// <returns><see langword="null"/> for a model with errors.</returns>
    public static AdvisedModel? Of(ModelReading reading, CheckedModel model) =>
        model.IsSound && model.Network.IsCertain ? new AdvisedModel(reading, model) : null;

    /// <summary>Whether an [Expect] stands below a layer, above the next one.</summary>
    public bool IsStated(AdvisedLayer layer) => _stated.Contains(layer.Attribute.Index);

    private static HashSet<int> Stated(ModelDeclaration declaration)
    {
        AttributeDeclaration[] steps = declaration.Attributes.Where(static attribute => attribute.IsStep).ToArray();
        return new HashSet<int>(steps.Zip(steps.Skip(1), static (step, next) => (step.Index, next.Kind))
            .Where(static pair => pair.Kind == AttributeKind.Expect)
            .Select(static pair => pair.Index));
    }
}
