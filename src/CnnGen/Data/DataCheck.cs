namespace CnnGen;

/// <summary>Whether data fits a model. The compiler has checked the declared data set; at run time it can be another one.</summary>
internal static class DataCheck
{
    /// <summary>Whether the examples can go into a network.</summary>
    /// <returns>Which inputs it takes, and which targets if it is trained.</returns>
    public static DataMapping Data(ICnnModel model, Dataset data, bool withTargets)
    {
        if (data.Count == 0)
        {
            throw new CnnGenException($"There are no examples for {model.Architecture.Name}: the data set is empty.");
        }

        DataMapping mapping = DataMapping.Of(model, data, withTargets);
        for (int i = 0; i < mapping.Inputs.Length; i++)
        {
            Input(model, model.Inputs[i], data.Inputs[mapping.Inputs[i]].Shape);
        }

        return mapping;
    }

    public static void Input(ICnnModel model, DataInput wanted, IReadOnlyList<int> given)
    {
        IReadOnlyList<int> shape = wanted.Shape;
        if (!shape.SequenceEqual(given))
        {
            bool turned = shape.Count == 3 && given.Count == 3 && shape[0] == given[1] && shape[1] == given[2] && shape[2] == given[0];
            string mend = turned ? " Give height, width and channels in this order, and say by the format that the channels come first." : "";
            string name = model.Inputs.Count > 1 ? $" as '{wanted.Name}'" : "";
            string what = shape.Count == 3 ? "images of " : "";
            string order = shape.Count == 3 ? " (height×width×channels)" : "";
            throw new CnnGenException(
                $"{model.Architecture.Name} takes {what}{ExampleShape.Text(shape)}{order}{name}, not {(what.Length == 0 ? "" : "of ")}{ExampleShape.Text(given)}.{mend}");
        }
    }

    /// <summary>Whether a model can be trained to give the targets, or be measured on them.</summary>
    public static void Targets(ITrainableModel model, Dataset data, DataMapping mapping)
    {
        for (int i = 0; i < mapping.Targets.Length; i++)
        {
            OutputTarget output = model.Targets[i];
            DataTarget given = data.Targets[mapping.Targets[i]];
            Kind(model, output, given);
            Shape(model, output, given);
            Values(output, data, mapping.Targets[i]);
        }
    }

    private static void Kind(ITrainableModel model, OutputTarget output, DataTarget given)
    {
        // Vectors of classes, one of them or several, are what any loss over vectors takes; the values decide.
        bool wantsIndices = output.Target.Kind == LabelKind.ClassIndex;
        bool fits = wantsIndices == (given.Kind == LabelKind.ClassIndex)
            && (output.Loss != Loss.CategoricalCrossentropy || given.Kind == LabelKind.OneHot);
        if (!fits)
        {
            throw new CnnGenException(
                $"{model.Architecture.Name} is trained with {output.LossName}, which does not fit labels of the kind {given.Kind}.");
        }

        if (given.IsWeighted && !output.Target.IsWeighted)
        {
            throw new CnnGenException(
                $"The examples have weights, but {model.Architecture.Name} does not look at them: say Weighted = true where the data is declared.");
        }

        if (given.IgnoredClass is { } ignored && output.Target.IgnoredClass != ignored)
        {
            throw new CnnGenException(
                $"The class {ignored} stands for none, but {model.Architecture.Name} does not know that: say IgnoredClass = {ignored} where the data is declared.");
        }
    }

    private static void Shape(ITrainableModel model, OutputTarget output, DataTarget given)
    {
        IReadOnlyList<int> shape = output.Target.OutputShape;
        int outputs = shape[^1];
        if (!shape.SkipLast(1).SequenceEqual(given.OutputShape.SkipLast(1)))
        {
            throw new CnnGenException($"{model.Architecture.Name} is trained to give '{output.Target}', but the data has '{given}'.");
        }

        if (outputs != given.OutputShape[^1])
        {
            string values = given.Kind == LabelKind.Number ? "numbers" : "classes";
            throw new CnnGenException(
                $"{model.Architecture.Name} gives {outputs} values {(shape.Count > 1 ? "a position" : "an example")}, but the data set has {given.OutputShape[^1]} {values}.");
        }
    }

    // The first example whose target the loss cannot come near to is named. What is not in memory is looked at when it is read.
    private static void Values(OutputTarget output, Dataset data, int target)
    {
        if (data.ColumnOf(target) is not { } column || column.Target.Kind == LabelKind.ClassIndex)
        {
            return;
        }

        var values = new float[column.Target.Size];
        for (int i = 0; i < data.Count; i++)
        {
            column.CopyValues(data.Place(i), values);
            Values(output, column.Target, values, i);
        }
    }

    /// <summary>Whether the loss can come near to what an example should give.</summary>
    public static void Values(OutputTarget output, DataTarget target, ReadOnlySpan<float> values, int example)
    {
        TargetCheck.Values(target, values, example);
        switch (output.Loss)
        {
            case Loss.CategoricalCrossentropy:
                TargetCheck.Sums(target, values, example);
                break;
            case Loss.BinaryCrossentropy:
                TargetCheck.Shares(values, target.Size, example);
                break;
        }
    }
}
