using CnnGen.Report.Tests.Browser;
using CnnGen.Report.Tests.Models;
using CnnGen.Samples.Mnist;

namespace CnnGen.Report.Tests;

/// <summary>What the pad's script computes is what the trained network computes.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AgreementTests(Chromium chromium, Reports reports)
{
    private const double Tolerance = 1e-4;

    public static TheoryData<string> Models =>
    [
        nameof(StridedSameCnn), nameof(StridedValidCnn), nameof(ConvolutionKinds), nameof(WindowKinds), nameof(NormalizationKinds), nameof(ActivationLayerKinds),
        nameof(CommonActivations), nameof(SmoothActivations), nameof(RareActivations),
    ];

    [BrowserTheory]
    [MemberData(nameof(Models))]
    public async Task On_a_thousand_digits(string name)
    {
        int index = reports.Trained.ToList().FindIndex(model => model.Name == name);
        OpenReport report = await chromium.Shared(reports.Everything);
        float[] given = await report.Page.EvaluateAsync<float[]>(
            """
            ([index, pixels]) => {
              const network = pad.networks[index], bytes = Uint8Array.from(atob(pixels), c => c.charCodeAt(0)), out = [];
              for (let i = 0; i < bytes.length; i += 784) out.push(...network.run(Float32Array.from(bytes.subarray(i, i + 784), b => b / 255)).at(-1).data);
              return out;
            }
            """,
            new object[] { index, Convert.ToBase64String([.. reports.Test.Images.SelectMany(image => image.Pixels.ToArray())]) });

        float[] wanted = [.. Inference.Predict(reports.Models[index], reports.Test).SelectMany(prediction => prediction.Values)];
        given.Length.ShouldBe(10 * Reports.Compared);
        double difference = given.Zip(wanted, (a, b) => Math.Abs(a - b)).Max();
        difference.ShouldBeLessThan(Tolerance);

        // A network that says the same of everything would agree with anything.
        wanted.Chunk(10).Select(values => values[0]).Distinct().Count().ShouldBeGreaterThan(Reports.Compared / 2);
    }

    /// <summary>The pictures of maps, which C# computes by sums of its own, show what the script shows.</summary>
    [BrowserTheory]
    [InlineData(nameof(StridedSameCnn), 6)]
    [InlineData(nameof(StridedValidCnn), 6)]
    [InlineData(nameof(ConvolutionKinds), 3)]
    [InlineData(nameof(WindowKinds), 1)]
    [InlineData(nameof(NormalizationKinds), 2)]
    public async Task On_the_maps_of_a_digit(string name, int count)
    {
        int index = reports.Trained.ToList().FindIndex(model => model.Name == name);
        OpenReport report = await chromium.Shared(reports.Everything);
        Dictionary<string, float[]> values = await report.Page.EvaluateAsync<Dictionary<string, float[]>>(
            """
            ([index, pixels]) => {
              const network = pad.networks[index], values = network.run(Float32Array.from(atob(pixels), c => c.charCodeAt(0) / 255));
              return Object.fromEntries(network.layers.map((layer, i) => [layer.name, [...values[i + 1].data]]));
            }
            """,
            new object[] { index, Convert.ToBase64String(reports.Test.Images[0].Pixels.Span) });

        FeatureMaps[] maps = [.. MapRun.Of(reports.Trained[index], reports.Test.Images[0]).Where(map => values.ContainsKey(map.Layer))];
        maps.Length.ShouldBe(count);
        foreach (FeatureMaps map in maps)
        {
            map.Values.Zip(values[map.Layer], (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan((float)Tolerance, map.Layer);
        }
    }

    [BrowserFact]
    public async Task The_script_knows_the_layers_that_the_report_says_it_does()
    {
        OpenReport report = await chromium.Shared(reports.Everything);
        string[] used = await report.Page.EvaluateAsync<string[]>("() => [...new Set(pad.networks.flatMap(network => network.layers.map(layer => layer.type)))]");

        used.Order().ShouldBe(PadSupport.Computed.Order());
    }
}
