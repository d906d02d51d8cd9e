using System.Runtime.InteropServices;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text.Json;

namespace CnnGen.Samples.DrawADigit.Browser;

/// <summary>What the page calls: wwwroot/predictor.js.</summary>
[SupportedOSPlatform("browser")]
internal static partial class Exports
{
    private const string Weights = "digits.safetensors";

    private static readonly Lazy<DigitReader> s_reader = new(Open);

    /// <summary>What the network is, as JSON.</summary>
    [JSExport]
    internal static string Facts() => JsonSerializer.Serialize(DigitReader.Facts, AnswerJson.Default.NetworkFacts);

    /// <summary>What a drawing is, with the feature maps, as JSON.</summary>
    /// <param name="pixels">784 numbers from 0 to 1.</param>
    [JSExport]
    internal static string Read(double[] pixels) => JsonSerializer.Serialize(
        s_reader.Value.ReadWithMaps(Array.ConvertAll(pixels, static value => (float)value)), AnswerJson.Default.Reading);

    // The browser's memory has folders too.
    private static DigitReader Open()
    {
        string path = Path.Combine(Path.GetTempPath(), Weights);
        using (Stream resource = typeof(Exports).Assembly.GetManifestResourceStream(Weights)!)
        using (FileStream file = File.Create(path))
        {
            resource.CopyTo(file);
        }

        return DigitReader.Open(path);
    }
}
