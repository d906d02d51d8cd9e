namespace CnnGen;

/// <summary>Runs a model on examples.</summary>
public static class Inference
{
    // One for each thread: a program that predicts one example after the other takes no memory for it.
    [ThreadStatic]
    private static SingleExample? s_example;

    /// <summary>What the model says of one image.</summary>
    /// <typeparam name="TPrediction">What the model says of an example.</typeparam>
    /// <param name="model">A model whose one input is an image.</param>
    /// <param name="image">An image of the input's shape; its bytes go in as numbers between 0 and 1.</param>
    /// <exception cref="CnnGenException">The image has another shape.</exception>
    public static TPrediction Predict<TPrediction>(ICnnModel<TPrediction> model, Image image)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (image.Pixels.IsEmpty)
        {
            throw new ArgumentException("The image has no pixels.", nameof(image));
        }

        var data = new Dataset([InputColumn.Of(new DataInput("image", image.Height, image.Width, image.Channels), image.Pixels)]);
        return Predict(model, data, 1)[0];
    }

    /// <summary>What the model says of one example.</summary>
    /// <typeparam name="TPrediction">What the model says of an example.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="inputs">The values of each input, channels last; they go in as they are.</param>
    /// <exception cref="CnnGenException">There are not as many values, or inputs, as the model takes.</exception>
    public static TPrediction Predict<TPrediction>(ICnnModel<TPrediction> model, params ReadOnlySpan<ReadOnlyMemory<float>> inputs)
    {
        ArgumentNullException.ThrowIfNull(model);
        SingleExample example = SingleExample.For(model, ref s_example);
        example.Run(model, inputs);
        return model.Read(new OutputValues(model.Outputs, example.Outputs, 0));
    }

    /// <summary>What the model gives for one example, without memory for it but what the tensors take.</summary>
    /// <param name="model">A model with one input and one output.</param>
    /// <param name="input">The values of the input, channels last; they go in as they are.</param>
    /// <param name="output">Receives what the model gives, channels or classes last.</param>
    /// <exception cref="CnnGenException">There are not as many values as the model takes, or gives.</exception>
    public static void Predict(ICnnModel model, ReadOnlySpan<float> input, Span<float> output)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (output.Length != model.Outputs[0].Size)
        {
            throw new CnnGenException($"{model.Architecture.Name} gives {model.Outputs[0].Size} values, but there is room for {output.Length}.");
        }

        SingleExample example = SingleExample.For(model, ref s_example);
        example.Run(model, input);
        example.Outputs[0].Span.CopyTo(output);
    }

    /// <summary>What the model says of each example of a data set.</summary>
    /// <typeparam name="TPrediction">What the model says of an example.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="data">The examples; targets are not looked at.</param>
    /// <param name="batchSize">Examples in one go; changes the speed, not the result.</param>
    /// <exception cref="CnnGenException">The examples do not fit the model.</exception>
    public static IReadOnlyList<TPrediction> Predict<TPrediction>(ICnnModel<TPrediction> model, Dataset data, int batchSize = 256)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        var predictions = new TPrediction[data.Count];
        Run(model, data, batchSize, (place, values) => predictions[place] = model.Read(values));
        return predictions;
    }

    /// <summary>Runs the model on each example of a data set.</summary>
    internal static void Run(ICnnModel model, Dataset data, int batchSize, Action<int, OutputValues> take)
    {
        if (data.Count == 0)
        {
            return;
        }

        DataMapping mapping = DataCheck.Data(model, data, withTargets: false);
        var feed = new BatchFeed(data, mapping, batchSize);
        Memory<float>[] outputs = [.. model.Outputs.Select(output => new float[BatchBuffer.Length(feed.Capacity, output.Size, "outputs")])];
        int start = 0;
        foreach (Batch batch in feed.Read(Batches.InOrder(data), at => Math.Min(feed.Capacity, data.Count - at)))
        {
            int count = batch.Count;
            model.Predict(batch, [.. outputs.Select((values, i) => values[..(count * model.Outputs[i].Size)])]);
            for (int i = 0; i < count; i++)
            {
                take(start + i, new OutputValues(model.Outputs, outputs, i));
            }

            start += count;
        }
    }
}
