namespace CnnGen;

/// <summary>Runs a model on images.</summary>
public static class Inference
{
    /// <summary>What the model says of one image.</summary>
    public static Prediction Predict(ICnnModel model, Image image)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (image.Pixels.IsEmpty)
        {
            throw new ArgumentException("The image has no pixels.", nameof(image));
        }

        var data = ImageDataset.FromLabels(image.Height, image.Width, image.Channels, 1, image.Pixels, new int[1]);
        return Predict(model, data, 1)[0];
    }

    /// <summary>What the model says of each image of a data set.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">The images; labels are not looked at.</param>
    /// <param name="batchSize">Images in one go; changes the speed, not the result.</param>
    public static IReadOnlyList<Prediction> Predict(ICnnModel model, ImageDataset data, int batchSize = 256)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        if (data.Count == 0)
        {
            return [];
        }

        DataCheck.Data(model.Architecture, data);
        var buffer = new BatchBuffer(data, batchSize);
        int size = DataCheck.OutputSize(model.Architecture);
        bool twoClasses = size == 1 && model is not ITrainableModel { Settings.Loss: Loss.MeanSquaredError or Loss.MeanAbsoluteError };
        var outputs = new float[buffer.Capacity * size];
        var predictions = new Prediction[data.Count];
        for (int start = 0; start < data.Count; start += buffer.Capacity)
        {
            Batch batch = buffer.Fill(start, Math.Min(buffer.Capacity, data.Count - start));
            model.Predict(batch, outputs.AsSpan(0, batch.Count * size));
            for (int i = 0; i < batch.Count; i++)
            {
                predictions[start + i] = ToPrediction(outputs.AsSpan(i * size, size), twoClasses);
            }
        }

        return predictions;
    }

    private static Prediction ToPrediction(ReadOnlySpan<float> output, bool twoClasses)
    {
        float[] values = twoClasses ? [1 - output[0], output[0]] : output.ToArray();
        int label = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[label])
            {
                label = i;
            }
        }

        return new Prediction { Label = label, Probability = values[label], Probabilities = values };
    }
}
