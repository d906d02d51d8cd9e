using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace CnnGen.Samples.DrawADigit.Tests;

/// <summary>The test digits that ship with the samples, as requests.</summary>
internal static class Digits
{
    private static readonly Lazy<ImageDataset> s_test = new(static () => CnnGen.Mnist.Load(Folder).Test);

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Digits");

    public static ImageDataset Test => s_test.Value;

    public static float[] Pixels(int index) => Array.ConvertAll(Test.Images[index].Pixels.ToArray(), static value => value / 255f);

    public static HttpContent Json(int index) => Json(Json(Pixels(index)));

    public static HttpContent Json(string text) => new StringContent(text, Encoding.UTF8, "application/json");

    public static HttpContent Png(byte[] bytes) => new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };

    public static string Json(IEnumerable<float> pixels) =>
        $"{{\"pixels\": [{string.Join(", ", pixels.Select(static value => value.ToString(CultureInfo.InvariantCulture)))}]}}";
}
