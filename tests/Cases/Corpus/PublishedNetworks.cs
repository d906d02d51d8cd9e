using System.Runtime.CompilerServices;

namespace CnnGen.Generator.Tests;

/// <summary>Networks of papers and libraries: those beside this file and those of the samples.</summary>
internal static class PublishedNetworks
{
    private static readonly string s_folder = Folder();

    private static readonly string s_samples = Path.Combine(s_folder, "../../../../samples");

    /// <summary>The folder of the sample's digits.</summary>
    public static string Digits => Path.GetFullPath(Path.Combine(s_samples, "Mnist/Digits"));

    /// <summary>Whole files by their names.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new[]
    {
        Directory.GetFiles(s_folder, "*.cs"),
        Directory.GetFiles(Path.Combine(s_samples, "Architectures"), "*.cs").Where(static file => File.ReadAllText(file).Contains("[Model")),
        [Path.Combine(s_samples, "Mnist/Models.cs")],
    }
        .SelectMany(static files => files)
        .ToDictionary(static file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);

    /// <summary>What their authors count: keras.applications, torchvision and the example on keras.io.</summary>
    public static IReadOnlyDictionary<string, (long All, long? Trainable)> Parameters { get; } = new Dictionary<string, (long, long?)>
    {
        ["ConvNeXtTiny"] = (28_589_128, null),
        ["DenseNet121"] = (8_062_504, 7_978_856),
        ["EfficientNetB0"] = (5_330_571, null),
        ["MobileNet"] = (4_253_864, 4_231_976),
        ["MobileNetV3Small"] = (2_554_968, null),
        ["PetsUNet"] = (2_058_979, 2_055_203),
        ["SqueezeNet"] = (1_235_496, null),
        ["Vgg16"] = (138_357_544, null),
        ["Vgg16NoTop"] = (14_714_688, null),
    };

    private static string Folder([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(file, "../Architectures"));
}
