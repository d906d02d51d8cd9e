using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CnnGen.Pictures;

namespace CnnGen.Samples.DrawADigit.Tests;

/// <summary><c>POST /predict</c>: what is read, and what is refused with which words.</summary>
public sealed class PredictTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Digits_as_numbers_are_read_as_the_network_reads_them()
    {
        int right = 0;
        for (int i = 0; i < 100; i++)
        {
            Reading reading = (await Read(Digits.Json(i)))!;
            Reading expected = server.Reader.Read(Digits.Pixels(i));

            reading.Probabilities.ShouldBe(expected.Probabilities);
            reading.Digit.ShouldBe(expected.Digit);
            reading.Layers.ShouldBeNull();
            right += reading.Digit == Digits.Test.Labels[i] ? 1 : 0;
        }

        right.ShouldBeGreaterThanOrEqualTo(98);
    }

    [Fact]
    public async Task The_maps_come_with_the_same_answer()
    {
        HttpResponseMessage response = await server.Client.PostAsync("predict?maps=true", Digits.Json(3));
        Reading reading = (await response.Content.ReadFromJsonAsync<Reading>())!;

        reading.Digit.ShouldBe(Digits.Test.Labels[3]);
        reading.Probabilities.ShouldBe(server.Reader.Read(Digits.Pixels(3)).Probabilities, 1e-5);
        reading.Layers!.Select(layer => (layer.Name, layer.Height, layer.Width, layer.Count)).ShouldBe(
            [("strokes", 26, 26, 16), ("bends", 24, 24, 16), ("corners", 10, 10, 24), ("arcs", 8, 8, 24), ("parts", 2, 2, 32)]);
        foreach (LayerMaps layer in reading.Layers!)
        {
            layer.Values.Length.ShouldBe(layer.Height * layer.Width * layer.Count);
            layer.Values.Max().ShouldBe(byte.MaxValue);
            layer.Highest.ShouldBeGreaterThan(0);
        }
    }

    /// <summary>Small and large, light on dark and dark on light, not in the middle.</summary>
    [Theory]
    [InlineData(28, 0, false)]
    [InlineData(28, 0, true)]
    [InlineData(90, 25, true)]
    [InlineData(400, 500, true)]
    [InlineData(300, 60, false)]
    public async Task Pictures_of_digits_are_read(int side, int margin, bool isDarkOnLight)
    {
        int right = 0;
        for (int i = 0; i < 40; i++)
        {
            Reading reading = (await Read(Digits.Png(Picture(Digits.Test.Images[i], side, margin, isDarkOnLight))))!;
            right += reading.Digit == Digits.Test.Labels[i] ? 1 : 0;
        }

        right.ShouldBeGreaterThanOrEqualTo(38);
    }

    [Theory]
    [InlineData("", "The body is empty; send JSON")]
    [InlineData("{", "The body cannot be read as such JSON (line 1, byte 2); send JSON")]
    [InlineData("{\"pixels\": \"seven\"}", "The body cannot be read as such JSON (line 1, byte 19); send JSON")]
    [InlineData("[1, 2]", "The body cannot be read as such JSON (line 1, byte 2); send JSON")]
    [InlineData("null", "The JSON has no \"pixels\"; send JSON")]
    [InlineData("{\"image\": []}", "The JSON has no \"pixels\"; send JSON")]
    [InlineData("{\"pixels\": [0, 1, 0.5]}", "\"pixels\" has 3 numbers; send JSON")]
    public async Task JSON_of_another_form_is_refused(string json, string words) =>
        (await Refused(Digits.Json(json), HttpStatusCode.BadRequest)).ShouldStartWith(words);

    [Fact]
    public async Task Numbers_out_of_range_are_named()
    {
        float[] pixels = Digits.Pixels(0);
        pixels[300] = 255;

        (await Refused(Digits.Json(Digits.Json(pixels)), HttpStatusCode.BadRequest)).ShouldStartWith("The number 255 at place 300 of \"pixels\" is not from 0 to 1");
    }

    [Fact]
    public async Task What_is_too_large_is_refused()
    {
        (await Refused(Digits.Json(new string(' ', 65 << 10)), HttpStatusCode.RequestEntityTooLarge)).ShouldBe("The body is too large: JSON may have 64 KB.");
        (await Refused(Digits.Png(new byte[(1 << 20) + 1]), HttpStatusCode.RequestEntityTooLarge)).ShouldBe("The body is too large: a PNG file may have 1024 KB.");
        (await Refused(Chunked(65 << 10), HttpStatusCode.RequestEntityTooLarge)).ShouldBe("The body is too large: JSON may have 64 KB.");
        (await Refused(Digits.Png(Png(new Image(1, 1025, 1, new byte[1025]))), HttpStatusCode.BadRequest)).ShouldBe("The picture has 1025×1 pixels; it may have 1024×1024.");
    }

    [Fact]
    public async Task What_is_no_picture_of_anything_is_refused()
    {
        byte[] whole = Png(Digits.Test.Images[0]);

        (await Refused(Digits.Png([1, 2, 3]), HttpStatusCode.BadRequest)).ShouldStartWith("The body is no PNG file; send JSON");
        (await Refused(Digits.Png(whole[..(whole.Length / 2)]), HttpStatusCode.BadRequest)).ShouldStartWith("The picture begins like a PNG but cannot be read");
        (await Refused(Digits.Png(Png(new Image(50, 50, 1, new byte[2500]))), HttpStatusCode.BadRequest)).ShouldBe("The picture shows nothing: draw a digit on a paper of one colour.");
    }

    [Fact]
    public async Task Other_types_are_refused()
    {
        (await Refused(new StringContent("7"), HttpStatusCode.UnsupportedMediaType)).ShouldStartWith("The Content-Type 'text/plain' cannot be read; send JSON");
        (await Refused(new ByteArrayContent([7]), HttpStatusCode.UnsupportedMediaType)).ShouldStartWith("The Content-Type is missing; send JSON");
    }

    private async Task<Reading?> Read(HttpContent content)
    {
        HttpResponseMessage response = await server.Client.PostAsync("predict", content);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<Reading>();
    }

    private async Task<string> Refused(HttpContent content, HttpStatusCode status)
    {
        HttpResponseMessage response = await server.Client.PostAsync("predict", content);
        response.StatusCode.ShouldBe(status);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("error").GetString()!;
    }

    // Without a Content-Length.
    private static HttpContent Chunked(int length)
    {
        var content = new StreamContent(new MemoryStream(new byte[length], false));
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentLength = null;
        return new Unmeasured(content);
    }

    private static byte[] Picture(Image digit, int side, int margin, bool isDarkOnLight)
    {
        Image large = digit.Resize(side, side);
        int whole = side + margin;
        var pixels = new byte[whole * whole];
        for (int row = 0; row < side; row++)
        {
            large.Pixels.Span.Slice(row * side, side).CopyTo(pixels.AsSpan(((row + margin) * whole) + (margin / 3)));
        }

        return Png(new Image(whole, whole, 1, isDarkOnLight ? Array.ConvertAll(pixels, static value => (byte)(255 - value)) : pixels));
    }

    private static byte[] Png(Image image)
    {
        string path = Path.GetTempFileName();
        try
        {
            PictureFile.Write(path, image);
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class Unmeasured : HttpContent
    {
        private readonly HttpContent _inner;

        public Unmeasured(HttpContent inner)
        {
            _inner = inner;
            Headers.ContentType = inner.Headers.ContentType;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _inner.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
