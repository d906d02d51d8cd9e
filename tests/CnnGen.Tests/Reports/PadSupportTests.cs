namespace CnnGen.Tests.Reports;

/// <summary>A network that the pad's script cannot run is named with the reason, and the rest of the report is there.</summary>
public class PadSupportTests
{
    public static TheoryData<string, LayerSummary[]> Obstacles => new()
    {
        { "has the layer lstm (LSTM)", [Guesser.Row("lstm", "LSTM", [3])] },
        { "is no chain: add does not just read the layer above it", [Guesser.Row("conv2d", "Conv2D", [4, 4, 2]), Guesser.Row("add", "Add", [4, 4, 2], "conv2d", "input")] },
        { "has a whole model as its layer inner", [Guesser.Row("inner", "Sequential", [3]) with { Layers = [Guesser.Row("dense", "Dense", [3])] }] },
        { "along another axis than the channels", [Guesser.Row("softmax", "Softmax", [4, 4, 1]) with { Settings = [new LayerSetting("axis", 1)] }] },
        { "has values of 2 axes behind reshape", [Guesser.Row("reshape", "Reshape", [4, 4])] },
    };

    [Theory]
    [MemberData(nameof(Obstacles))]
    public void An_obstacle_is_told(string words, LayerSummary[] layers)
    {
        var model = new ReportedModel("net", new Guesser(Guesser.Sure, layers, [new Weight("conv2d.weight", [2, 1, 1, 1], new float[2])]), Samples.History, Samples.Images);
        Page page = Page.Of(model);

        PadSupport.Obstacle(model).ShouldBe($"net {Sentence(words, layers)}, which the pad's script does not compute.");
        page.Text.ShouldContain(words);
        page.All("canvas").ShouldBeEmpty();
    }

    [Fact]
    public void Channels_that_come_first_are_an_obstacle()
    {
        var summary = new ModelSummary("net", [Guesser.Row("conv2d", "Conv2D", [2, 4, 4])], [4, 4, 1])
        {
            Ends = new NetworkEnds([new NetworkInput("input_1", [1, 4, 4], DataFormat.ChannelsFirst)], [new LayerConnection("conv2d")], IsChain: true),
        };

        PadSupport.Obstacle(new ReportedModel("net", new Guesser(Guesser.Sure, summary), Samples.History, Samples.Images))
            .ShouldBe("net has its channels first, which the pad's script does not compute.");
    }

    [Fact]
    public void Layers_that_only_training_knows_are_no_obstacle()
    {
        LayerSummary[] layers = [Guesser.Row("random_flip", "RandomFlip", [4, 4, 1]), Guesser.Row("dropout", "Dropout", [4, 4, 1], "random_flip"), Guesser.Row("flatten", "Flatten", [16], "dropout")];
        var model = new ReportedModel("net", new Guesser(Guesser.Sure, layers), Samples.History, Samples.Images);

        PadSupport.Obstacle(model).ShouldBeNull();
        PadNetwork.Of(model).Json.ShouldContain("\"type\":\"Flatten\"");
        PadNetwork.Of(model).Json.ShouldNotContain("RandomFlip");
    }

    private static string Sentence(string words, LayerSummary[] layers) => words.StartsWith("along", StringComparison.Ordinal) ? $"has the layer {layers[0].Name} {words}" : words;
}
