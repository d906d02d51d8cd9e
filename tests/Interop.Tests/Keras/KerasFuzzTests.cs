using System.IO.Compression;
using System.Text;
using CnnGen.Fixtures;
using CnnGen.Samples.Mnist.Tests.Robustness;
using Xunit.Abstractions;

namespace CnnGen.Interop.Tests.Keras;

/// <summary>Whatever is in a file, reading it gives what it holds or an error of ours that names it, and takes no more memory than the file is worth.</summary>
[Collection(nameof(RunsModels))]
public class KerasFuzzTests(ITestOutputHelper output)
{
    /// <summary>Files of one run of each kind; <c>CNNGEN_FUZZ_FILES</c> says otherwise.</summary>
    private const int Files = 400;

    /// <summary>The seed of a run that need not find anything new; <c>CNNGEN_FUZZ_SEED</c> takes another one.</summary>
    private const int Seed = 1;

    private const string Declaration = """
        [Model] [Input(6, 6, 2)] [Conv2D(3, 3, Name = "stem")] [BatchNormalization] [SeparableConv2D(2, 2, From = "stem")] [Flatten] [Dense(3)] [Output("dense")]
        public partial class Cnn;
        """;

    [Theory]
    [InlineData("model.keras")]
    [InlineData("model.weights.h5")]
    public void Mutated_files_are_read_or_refused(string name)
    {
        using LoadedModel model = LoadedModel.Load(Declaration);
        using var files = new SavedModel();
        string archive = files.Save(model);
        Fuzz(model, files, name, name == "model.keras" ? File.ReadAllBytes(archive) : SavedModel.Part(archive, name));
    }

    [CorpusFact(KerasFileSet.Archive)]
    public void Mutated_files_of_the_older_format_are_read_or_refused()
    {
        using var fixtures = new KerasFileSet(FixtureFolder.Default!);
        string path = fixtures.Find("conv2d_4", ".h5") ?? fixtures.Names.Select(name => fixtures.Find(name, ".h5")).First(static file => file is not null)!;
        using LoadedModel model = LoadedModel.Load(KerasFormat.Declare(path, "Cnn").Text.Replace("using CnnGen;", "", StringComparison.Ordinal));
        using var files = new SavedModel();
        Fuzz(model, files, "model.h5", File.ReadAllBytes(path));
    }

    private void Fuzz(LoadedModel model, SavedModel files, string name, byte[] sample)
    {
        (int count, int seed) = (ReadingCheck.Number("CNNGEN_FUZZ_FILES", Files), ReadingCheck.Number("CNNGEN_FUZZ_SEED", Seed));
        var check = new ReadingCheck();
        List<string> complaints = [];
        for (int number = 0; number < count && complaints.Count < 5; number++)
        {
            Random random = ReadingCheck.Chance(seed, number);
            byte[] bytes = name == "model.keras" && random.Next(2) == 0 ? WithinArchive(files, sample, random) : Mutation.Of(sample, random);
            string path = files.Write(name, bytes);
            foreach (Action<string> read in new Action<string>[] { path => ((INetwork)model.Network).LoadKeras(path), static path => KerasFormat.Declare(path) })
            {
                if (check.Read(path, () => read(path)) is { } what)
                {
                    complaints.Add($"file {number}: {what}");
                }
            }
        }

        output.WriteLine($"{name}: seed {seed}, {count} files, {check.Refused} of {2 * count} readings refused; at most {check.MostBytes} bytes of memory beyond a file's size");
        complaints.ShouldBeEmpty($"seed {seed}");
        check.Refused.ShouldBeInRange(1, (2 * count) - 1);
    }

    // The parts are spoilt and packed again, so that no check sum finds it.
    private static byte[] WithinArchive(SavedModel files, byte[] sample, Random random)
    {
        string sound = files.Write("sound.keras", sample);
        byte[] config = SavedModel.Part(sound, "config.json");
        byte[] weights = SavedModel.Part(sound, "model.weights.h5");
        bool isConfig = random.Next(2) == 0;
        string text = Encoding.Latin1.GetString(isConfig ? Mutation.Of(config, random) : config);
        return File.ReadAllBytes(files.Archive("spoilt.keras", text, isConfig ? weights : Mutation.Of(weights, random), CompressionLevel.NoCompression));
    }
}
