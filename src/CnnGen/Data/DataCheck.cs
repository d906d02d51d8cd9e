namespace CnnGen;

/// <summary>Whether data fits a model. The compiler has checked the declared data set; at run time it can be another one.</summary>
internal static class DataCheck
{
    public static void Images(ModelSummary model, int height, int width, int channels)
    {
        IReadOnlyList<int> shape = model.InputShape;
        if (shape.Count == 3 && (shape[0] != height || shape[1] != width || shape[2] != channels))
        {
            throw new CnnGenException(
                $"{model.Name} takes images of {shape[0]}×{shape[1]}×{shape[2]} (height×width×channels), not of {height}×{width}×{channels}.");
        }
    }

    public static void Data(ModelSummary model, ImageDataset data)
    {
        if (data.Count == 0)
        {
            throw new CnnGenException($"There are no images for {model.Name}: the data set is empty.");
        }

        Images(model, data.Height, data.Width, data.Channels);
    }

    public static void Labels(ITrainableModel model, ImageDataset data)
    {
        Loss loss = model.Settings.Loss;
        int outputs = OutputSize(model.Architecture);
        bool fits = loss switch
        {
            Loss.SparseCategoricalCrossentropy => data.LabelKind == LabelKind.ClassIndex,
            Loss.CategoricalCrossentropy => data.LabelKind == LabelKind.OneHot,
            Loss.BinaryCrossentropy => outputs == 1 || data.LabelKind != LabelKind.ClassIndex,
            Loss.MeanSquaredError or Loss.MeanAbsoluteError => data.LabelKind != LabelKind.ClassIndex,
            _ => true,
        };
        if (!fits)
        {
            throw new CnnGenException($"{model.Architecture.Name} is trained with {loss}, which does not fit labels of the kind {data.LabelKind}.");
        }

        bool oneUnitTwoClasses = outputs == 1 && data.Classes == 2 && data.LabelKind == LabelKind.ClassIndex;
        if (outputs != data.Classes && !oneUnitTwoClasses)
        {
            throw new CnnGenException($"{model.Architecture.Name} gives {outputs} values an image, but the data set has {data.Classes} classes.");
        }
    }

    public static int OutputSize(ModelSummary model) => model.OutputShape.Aggregate(1, static (product, size) => checked(product * size));
}
