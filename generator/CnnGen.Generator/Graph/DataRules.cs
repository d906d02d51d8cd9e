using System.Collections.Generic;
using CnnGen.Generator.Common;
using CnnGen.Generator.Declarations;
using CnnGen.Generator.Diagnostics;

namespace CnnGen.Generator.Graph;

/// <summary>Whether the data set says what it holds, and whether its images fit the model's input.</summary>
internal static class DataRules
{
    /// <returns>What the data set holds; <see langword="null"/> if it does not say so.</returns>
    public static ImageDataDeclaration? Check(
        AttributeDeclaration training, ModelDeclaration declaration, IReadOnlyList<ModelInput> inputs, List<Problem> problems)
    {
        if (declaration.Data is not { } data)
        {
            return null;
        }

        var anchor = new Anchor(training.Index, AttributeReader.TypeArgument);
        string model = declaration.Class.Name;
        if (data.ImageData is not { } images)
        {
            Report(RuleIds.NotImageData, data.Name, model, "it does not say what images it holds",
                $"Add [ImageData(height, width, channels, Classes = …)] to '{data.Name}'.");
            return null;
        }

        if (Fault(images) is { } fault)
        {
            Report(RuleIds.NotImageData, data.Name, model, fault, $"Correct [ImageData] on '{data.Name}'.");
            return null;
        }

        if (inputs.Count == 1 && inputs[0].Shape is { } shape)
        {
            CheckShape(images, shape, inputs[0].Attribute.Index);
        }

        return images;

        void CheckShape(ImageDataDeclaration images, Shape shape, int attribute)
        {
            Shape image = shape.Reshaped(shape.Format == DataFormat.ChannelsFirst
                ? new[] { images.Channels, images.Height, images.Width }
                : new[] { images.Height, images.Width, images.Channels });
            if (shape != image)
            {
                string format = shape.Format == DataFormat.ChannelsFirst ? ", Format = DataFormat.ChannelsFirst" : "";
                string written = $"[Input({image.Join(", ")}{format})]";
                string remedy = shape.IsVector ? $"Write {written} and [Flatten] below it." : $"Write {written}.";
                Edit write = Edit.Set(attribute, "shape", image.Join(", "));
                Mend mend = shape.IsVector
                    ? new Mend($"Write {written} and [Flatten]", write, Edit.InsertBelow(attribute, "Flatten"))
                    : new Mend($"Write {written}", write);
                problems.Add(new Problem(RuleIds.DataShape, anchor, EquatableArray.Of(data.Name, image.Text, model, shape.Text, remedy))
                {
                    Mends = EquatableArray.Of(mend),
                });
            }
        }

        void Report(string id, params string[] values) => problems.Add(new Problem(id, anchor, values.ToEquatableArray()));
    }

    private static string? Fault(ImageDataDeclaration images)
    {
        if (images.Height < 1 || images.Width < 1 || images.Channels < 1)
        {
            return $"its images have the shape {Words.Size(images.Height, images.Width)}×{Words.Text(images.Channels)}";
        }

        if (images.Labels is < (int)LabelKind.ClassIndex or > (int)LabelKind.Number)
        {
            return $"(LabelKind){Words.Text(images.Labels)} is no kind of labels";
        }

        bool hasClasses = images.Labels != (int)LabelKind.Number;
        return images.Classes < 0 || (hasClasses && images.Classes == 1)
            ? $"it has {Words.Count(images.Classes, "class", "classes")}"
            : null;
    }
}
