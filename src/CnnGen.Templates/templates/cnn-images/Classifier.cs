using CnnGen;
using CnnGen.Pictures;
using CnnGen.Terminal;

namespace Network._1;

/// <summary>Learns from a folder of pictures, and asks what was learned.</summary>
internal static class Classifier
{
    private const string WeightsFile = "pictures.safetensors";
    private const string ClassesFile = "pictures.classes.txt";
    private const string ReportFile = "report.html";

    // Of each class this share is kept from training, to see how well it goes.
    private const double Validation = 0.2;

    public static void Train(string folder)
    {
        PictureFolder pictures = Open(folder);
        (ImageDataset train, ImageDataset validation) = pictures.ToColour().Resize(PictureData.Side, PictureData.Side).Load().SplitByClass(Validation, seed: 1);
        Console.WriteLine($"{train.Count} pictures to learn from, {validation.Count} to validate: {string.Join(", ", pictures.Classes)}");

        using var model = new PictureCnn();
        using var view = new LiveView();
        TrainingHistory history = model.Fit(train, new TrainingOptions { Validation = validation, Callbacks = [view] });
        Console.WriteLine(model.Interpret(validation, pictures.Classes));

        model.Save(WeightsFile);
        File.WriteAllLines(ClassesFile, pictures.Classes);
        var reported = new ReportedModel(nameof(PictureCnn), model, history, validation, pictures.Classes) { Validation = validation };
        new TrainingReport(reported) { DataDescription = folder }.Write(ReportFile);
        Console.WriteLine($"Written: {WeightsFile}, {ClassesFile}, {ReportFile}");
    }

    public static void Predict(string picture)
    {
        Image image = PictureFile.Read(picture).ToColour().Resize(PictureData.Side, PictureData.Side);
        if (!File.Exists(WeightsFile) || !File.Exists(ClassesFile))
        {
            throw new CnnGenException($"{WeightsFile} and {ClassesFile} are not in this folder: train first.");
        }

        using var model = new PictureCnn();
        model.Load(WeightsFile);
        string[] classes = File.ReadAllLines(ClassesFile);
        foreach ((float probability, string name) in model.Predict(image).Probabilities.Zip(classes).OrderByDescending(pair => pair.First))
        {
            Console.WriteLine($"{probability,7:P1}  {name}");
        }
    }

    private static PictureFolder Open(string folder)
    {
        PictureFolder pictures = PictureFolder.Open(folder);
        return pictures.Classes.Count == PictureData.Classes
            ? pictures
            : throw new CnnGenException(
                $"{folder} has {pictures.Classes.Count} sub-folders, which are the classes, but the network tells {PictureData.Classes} apart: set Classes in PictureCnn.cs to {pictures.Classes.Count}.");
    }
}
