namespace CnnGen;

/// <summary>Looks closely at how well a network tells classes apart.</summary>
public static class Interpretation
{
    /// <summary>Runs the network over a data set and reports on classes, mistakes and probabilities.</summary>
    /// <param name="model">A network that says one class of an example.</param>
    /// <param name="data">Examples with a class index each. Those that say there is no class are left out.</param>
    /// <param name="classNames">Names for the classes, in the order of their indices; left out, the indices.</param>
    /// <param name="batchSize">Examples in one go; changes the speed, not the result.</param>
    /// <exception cref="CnnGenException">The data has no class indices or no examples with a class, or not the model's classes.</exception>
    public static ClassificationReport Interpret(
        this ICnnModel<Prediction> model, Dataset data, IReadOnlyList<string>? classNames = null, int batchSize = 256)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        DataTarget target = Evaluation.ClassTarget(data);
        if (classNames is not null && classNames.Count != target.Classes)
        {
            throw new ArgumentException($"There are {classNames.Count} names for {target.Classes} classes.", nameof(classNames));
        }

        List<ExampleResult> results = Results(model, data, target, batchSize);
        return results.Count > 0
            ? new ClassificationReport(results, target.Classes, classNames, data.Role)
            : throw new CnnGenException("There is no example with a class to report on.");
    }

    /// <summary>What the network says of each example that has a class.</summary>
    internal static List<ExampleResult> Results(ICnnModel<Prediction> model, Dataset data, DataTarget target, int batchSize)
    {
        var reader = new LabelReader(data);
        List<ExampleResult> results = [];
        Inference.Run(model, data, batchSize, (place, values) =>
        {
            Prediction prediction = model.Read(values);
            if (prediction.Probabilities.Count != target.Classes)
            {
                throw new CnnGenException(
                    $"{model.Architecture.Name} tells {prediction.Probabilities.Count} classes apart, but the data has {target.Classes}.");
            }

            if (reader.LabelOf(place) is var actual && actual != target.IgnoredClass)
            {
                results.Add(ExampleResult.Of(place, actual, prediction));
            }
        });
        return results;
    }
}
