using System.Runtime.InteropServices;
using CnnGen.Fixtures;

namespace CnnGen.Interop.Tests.Onnx;

/// <summary>What others say of the files: onnx's own checker, its inference of shapes, and OpenCV.</summary>
[Collection(nameof(RunsModels))]
public sealed class OnnxPythonTests : IDisposable
{
    // The layers that OpenCV 4.6 computes right; the others it does not know, or in other cases only.
    private static readonly HashSet<string> s_openCV =
    [
        "Activation", "ActivityRegularization", "AlphaDropout", "AveragePooling2D", "BatchNormalization", "Conv2D", "Cropping2D", "Dense",
        "DepthwiseConv2D", "Dropout", "ELU", "Flatten", "GELU", "GaussianDropout", "GaussianNoise", "GlobalAveragePooling2D",
        "GlobalMaxPooling2D", "GroupNormalization", "LeakyReLU", "LocalResponseNormalization", "MaxPooling2D", "Normalization", "Permute",
        "RandomBrightness", "RandomContrast", "RandomFlip", "RandomRotation", "RandomTranslation", "RandomZoom", "ReLU", "Rescaling",
        "Reshape", "SeparableConv2D", "SiLU", "Sigmoid", "Softmax", "SpatialDropout2D", "StochasticDepth", "Tanh", "UpSampling2D",
        "ZeroPadding2D",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("cnngen-onnx-").FullName;

    [PythonOnnxFact]
    public void The_checker_accepts_models_of_every_layer_and_OpenCV_runs_the_chains() => Agree(ModelCorpus.Layers);

    [PythonOnnxFact]
    public void The_checker_accepts_published_networks() => Agree(ModelCorpus.Published);

    [PythonOnnxFact]
    public void The_checker_accepts_Kerass_models() => Agree(["keras_valid", "keras_graph"]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Agree(IEnumerable<string> corpora) => Agree([.. corpora.Where(static corpus => FixtureFolder.Find(corpus) is not null).SelectMany(ModelCorpus.Fixtures)]);

    private void Agree(IReadOnlyList<Type> models)
    {
        int files = 0;
        int run = 0;
        foreach (Type model in models)
        {
            using var network = TestNetwork.Random(model, seed: 5);
            string file = Path.Combine(_folder, $"{files++}-{model.FullName}.onnx");
            network.Network.SaveOnnx(file);
            if (IsForOpenCV(network.Network.Architecture))
            {
                IReadOnlyList<NumberTensor> inputs = network.Draw(1);
                Write(file + ".input", inputs[0]);
                Write(file + ".output", network.Run(inputs)[0]);
                run++;
            }
        }

        PythonOnnx.Check(_folder).ShouldBe([$"{files} files, {run} run"]);
    }

    // Images and what becomes of them; others it reads only in part, and newer ones more of it.
    private static bool IsForOpenCV(ModelSummary model) => model.Ends!.IsChain
        && model.Ends.Inputs[0].Shape.Count is 1 or 3
        && model.Layers.All(static layer => s_openCV.Contains(layer.ClassName) && !layer.Settings.Any(IsHeldBelow));

    // OpenCV 4.6 knows Clip only as it was before opset 11.
    private static bool IsHeldBelow(LayerSetting setting) =>
        setting.Name == "maxValue" || setting.Word is nameof(Activation.ReLU6) or nameof(Activation.HardTanh) or nameof(Activation.SparsePlus) or nameof(Activation.SparseSigmoid);

    private static void Write(string file, NumberTensor tensor) => File.WriteAllBytes(file, MemoryMarshal.AsBytes(tensor.Values.AsSpan()));
}
