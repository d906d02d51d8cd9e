namespace CnnGen.Interop.Tests.Pytorch.Twin;

[Collection(nameof(RunsModels))]
public class TwinCoverageTests
{
    // What stands for other layers, or for another call of one.
    private static readonly string[] NoLayers = ["Reuse"];

    [Fact]
    public void Every_layer_of_the_language_has_a_twin_or_a_reason() => Layers().Where(static layer => !TwinLayers.Has(layer) && !TwinLayers.Lacking.ContainsKey(layer)).ShouldBeEmpty();

    [Fact]
    public void No_reason_is_given_for_what_has_a_twin_or_is_no_layer() =>
        TwinLayers.Lacking.Keys.Where(static layer => TwinLayers.Has(layer) || !Layers().Contains(layer)).ShouldBeEmpty();

    [Fact]
    public void A_layer_without_a_twin_is_named()
    {
        using LoadedModel model = LoadedModel.Load("[Model] [Input(8, 8, 1)] [RandomFlip(Name = \"mirror\")] [Flatten] [Dense(2)] public partial class Cnn;");

        Should.Throw<CnnGenException>(() => Interop.Pytorch.ToPython(model.Architecture)).Message
            .ShouldStartWith("The layer 'mirror' (RandomFlip) cannot be written for PyTorch: torch alone has no transforms");
    }

    private static IEnumerable<string> Layers() => typeof(LayerAttribute).Assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract && !type.IsGenericType)
        .Select(static type => type.Name[..^nameof(Attribute).Length])
        .Except(NoLayers);
}
