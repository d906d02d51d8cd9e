using CnnGen;
using Network._1;

const string Usage = """
    dotnet run                      draws pictures into the folder "sample" and learns to tell them apart
    dotnet run -- train FOLDER      learns from your own pictures (PNG, JPEG, BMP), those of each class in a sub-folder of its own:
                                        FOLDER/cats/1.jpg, FOLDER/cats/2.jpg, …, FOLDER/dogs/1.jpg, …
    dotnet run -- predict PICTURE   says what a picture shows
    """;
const string Sample = "sample";

try
{
    switch (args)
    {
        case []:
            SamplePictures.Draw(Sample);
            Classifier.Train(Sample);
            return 0;
        case ["train", var folder] when !string.IsNullOrWhiteSpace(folder):
            Classifier.Train(folder);
            return 0;
        case ["predict", var picture] when !string.IsNullOrWhiteSpace(picture):
            Classifier.Predict(picture);
            return 0;
        case ["--help" or "-h"]:
            Console.WriteLine(Usage);
            return 0;
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (Exception error) when (error is CnnGenException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"error: {error.Message}");
    return 1;
}
