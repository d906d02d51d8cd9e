using System;
using CnnGen.Generator.Models;
using CnnGen.Generator.Reading;

namespace CnnGen.Generator.Analyzers.Advice;

/// <summary>A model as the analyzers look at it: each of its views is made once, by whoever asks first.</summary>
internal sealed class AnalyzedModel(ModelReading reading, CheckedModel model)
{
    private readonly Lazy<AdvisedModel?> _advised = new(() => AdvisedModel.Of(reading, model));

    private readonly Lazy<ShapeLines?> _lines = new(() => ShapeLines.Of(reading, model));

    /// <summary>Its layers and who reads them; <see langword="null"/> for a model with errors.</summary>
    public AdvisedModel? Advised => _advised.Value;

    /// <summary>Its lines and their shapes; <see langword="null"/> where the network has errors, those of the training do not matter.</summary>
    public ShapeLines? Lines => _lines.Value;
}
