using System.Text;

namespace CnnGen.Interop.Tests.Keras;

/// <summary>What is wrong with a file is said in one sentence that names it, and the model is as it was.</summary>
[Collection(nameof(RunsModels))]
public class LoadingErrorTests
{
    private const string Small = "[Model] [Input(6, 6, 1)] [Conv2D(2, 3)] [Flatten] [Dense(3)] public partial class Cnn;";

    [Fact]
    public void Weights_of_another_model_are_named_with_both_shapes()
    {
        using LoadedModel other = LoadedModel.Load(Small.Replace("Dense(3)", "Dense(4)"));
        Refused(files => files.Save(other), "is for another model than cnn: dense.weight (kernel) is 32×4 there, expected 32×3.");
    }

    [Fact]
    public void A_layer_too_few_or_too_many_is_named()
    {
        using LoadedModel shorter = LoadedModel.Load("[Model] [Input(6, 6, 1)] [Conv2D(2, 3)] [Flatten] [ReLU] public partial class Cnn;");
        Refused(files => files.Save(shorter), "dense.weight (kernel) is missing.");
        using LoadedModel longer = LoadedModel.Load(Small.Replace("[Dense(3)]", "[Dense(3)] [Dense(2)]"));
        Refused(files => files.Save(longer), "dense_1 is unknown.");
    }

    [Fact]
    public void Numbers_that_are_none_are_refused()
    {
        using LoadedModel model = LoadedModel.Load(Small);
        var network = (INetwork)model.Network;
        network.SetWeights([.. network.GetWeights().Select(static weight => weight.Name == "dense.bias" ? weight with { Values = new[] { 1, float.NaN, 2 } } : weight)]);
        Refused(files => files.Save(model), "dense.bias has values that are not finite numbers.");
    }

    [Fact]
    public void Groups_in_a_circle_come_to_an_end()
    {
        using LoadedModel model = LoadedModel.Load(Small);
        using var sound = new SavedModel();
        string path = sound.Save(model);
        byte[] weights = SavedModel.Part(path, "model.weights.h5");
        long root = BitConverter.ToInt64(weights, 64);
        int entry = weights.AsSpan().LastIndexOf("SNOD"u8) + 8;
        BitConverter.TryWriteBytes(weights.AsSpan(entry + 8), root);
        Refused(files => files.Archive("model.keras", Encoding.UTF8.GetString(SavedModel.Part(path, "config.json")), weights), "model.keras ");
    }

    [Fact]
    public void An_archive_that_unpacks_into_much_is_not_unpacked()
    {
        using var bomb = new SavedModel();
        string path = bomb.Archive("model.keras", new string(' ', 100_000_000), [], System.IO.Compression.CompressionLevel.Optimal);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<CnnGenException>(() => KerasFormat.Declare(path)).Message.ShouldContain("its config.json would have 100000000 bytes when unpacked");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64 << 20);
    }

    [Fact]
    public void HDF5_that_no_array_holds_is_refused_unread()
    {
        using var files = new SavedModel();
        string path = files.Write("model.weights.h5", [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A]);
        using (FileStream stream = File.OpenWrite(path))
        {
            stream.SetLength(1L << 31);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<CnnGenException>(() => KerasFormat.Inspect(path)).Message.ShouldContain("it has 2147483648 bytes, but at most 2147483591 of HDF5 can be held");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void Layers_in_a_circle_are_refused()
    {
        const string config = """
            {"class_name":"Functional","config":{"name":"m","layers":[
            {"class_name":"InputLayer","config":{"name":"x","batch_shape":[null,4]},"inbound_nodes":[]},
            {"class_name":"ReLU","config":{"name":"a"},"inbound_nodes":[[["b",0,0,{}]]]},
            {"class_name":"ReLU","config":{"name":"b"},"inbound_nodes":[[["a",0,0,{}]]]}],
            "input_layers":[["x",0,0]],"output_layers":[["b",0,0]]}}
            """;
        using var files = new SavedModel();
        string path = files.Archive("model.keras", config, []);
        Should.Throw<CnnGenException>(() => KerasFormat.Declare(path)).Message.ShouldBe($"{path} cannot be read: its config has layers that read each other in a circle; expected a file of Keras (.keras, .weights.h5 or .h5).");
    }

    [Fact]
    public void A_layer_that_is_lacking_is_named_and_nothing_leaves_its_comment()
    {
        const string config = """
            {"class_name":"Sequential","config":{"name":"m","layers":[
            {"class_name":"InputLayer","config":{"name":"x","batch_shape":[null,4]}},
            {"class_name":"Lambda","config":{"name":"own\n[Evil]\u2028\"","function":"x"}},
            {"class_name":"Dense","config":{"name":"d","units":2}}]}}
            """;
        using var files = new SavedModel();
        KerasDeclaration declaration = KerasFormat.Declare(files.Archive("model.keras", config, []));
        declaration.Lacking.Single().ShouldEndWith(": layer Lambda");
        declaration.Text.ShouldBe("using CnnGen;\n\n[Model]\n[Input(4)]\n// \"own\\u000A[Evil]\\u2028\\\"\": CnnGen has no layer Lambda.\n[Dense(2, Name = \"d\")]\npublic sealed partial class M;\n");
    }

    [Fact]
    public void A_word_that_is_not_Unicode_is_refused()
    {
        const string config = """
            {"class_name":"Sequential","config":{"name":"m","layers":[
            {"class_name":"InputLayer","config":{"name":"x","batch_shape":[null,4]}},
            {"class_name":"Activation","config":{"name":"a","activation":"\ud800"}}]}}
            """;
        using var files = new SavedModel();
        string path = files.Archive("model.keras", config, []);
        Should.Throw<CnnGenException>(() => KerasFormat.Declare(path)).Message.ShouldBe($"{path} cannot be read: it is cut short or damaged; expected a file of Keras (.keras, .weights.h5 or .h5).");
    }

    [Fact]
    public void Something_else_is_no_file_of_Keras()
    {
        Refused(files => files.Write("model.keras", [1, 2, 3]), "it is neither an archive nor HDF5; expected a file of Keras (.keras, .weights.h5 or .h5).");
        Refused(files => files["none.keras"], "does not exist; expected a file of Keras (.keras, .weights.h5 or .h5).");
    }

    private static void Refused(Func<SavedModel, string> write, string message)
    {
        using LoadedModel model = LoadedModel.Load(Small);
        var network = (INetwork)model.Network;
        float[] before = Values(network);
        using var files = new SavedModel();
        string path = write(files);

        string said = Should.Throw<CnnGenException>(() => network.LoadKeras(path)).Message;

        said.ShouldContain(path);
        said.ShouldContain(message);
        Values(network).ShouldBe(before);
    }

    private static float[] Values(INetwork network) => [.. network.GetWeights().Select(static weight => weight.Values).OfType<float[]>().SelectMany(static values => values)];
}
