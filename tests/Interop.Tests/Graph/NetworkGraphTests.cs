namespace CnnGen.Interop.Tests.Graph;

[Collection(nameof(RunsModels))]
public class NetworkGraphTests
{
    [Fact]
    public void A_chain_reads_its_input_and_then_what_is_above()
    {
        NetworkGraph graph = Of("[Input(6, 6, 1)] [Conv2D(2, 3)] [Flatten] [Dense(3)]");

        graph.Calls.Select(static call => call.Path).ShouldBe(["conv2d", "flatten", "dense"]);
        graph.Calls.Select(static call => call.Inputs.Single()).ShouldBe([0, 1, 2]);
        graph.Outputs.ShouldBe([3]);
    }

    [Fact]
    public void A_shared_layer_is_called_twice_under_one_name()
    {
        NetworkGraph graph = Of("[Input(6, 6, 3)] [Conv2D(3, 3, Padding = Pad.Same, Name = \"twice\")] [Reuse(\"twice\", Name = \"third\")] [Add(\"twice\", \"third\")]");

        graph.Calls.Select(static call => (call.Path, call.Call)).ShouldBe([("twice", 0), ("twice", 1), ("add", 0)]);
        graph.Calls[2].Inputs.ShouldBe([1, 2]);
        graph.Calls[1].Module.ShouldBe("twice");
    }

    [Fact]
    public void Arguments_are_those_that_are_not_Kerass_defaults_anyway()
    {
        LayerCall call = Of("[Input(6, 6, 3)] [Conv2D(4, 3, Strides = 1, Padding = Pad.Same, KernelInitializer = Initializer.HeNormal)]").Calls[0];

        call.Layer.Arguments.Select(static argument => argument.ToString()).ShouldBe(["filters: 4", "kernelSize: 3", "padding: Same", "kernelInitializer: HeNormal"], ignoreOrder: true);
    }

    [Fact]
    public void A_dense_layer_knows_the_map_whose_values_come_channel_by_channel()
    {
        Of("[Input(6, 5, 3)] [Flatten] [Dropout(0.5)] [Dense(3)]").Calls[2].Numbers("flattened").ShouldBe([6, 5, 3]);
        Of("[Input(6, 5, 3)] [Flatten] [BatchNormalization] [Dense(3)]").Calls[2].Numbers("flattened").ShouldBeNull();
    }

    private static NetworkGraph Of(string attributes)
    {
        using LoadedModel model = LoadedModel.Load($"[Model] {attributes} public partial class Cnn;");
        return NetworkGraph.Of(model.Architecture);
    }
}
