using CnnGen.Samples.Mnist.Tests.Robustness;
using Xunit.Abstractions;

namespace CnnGen.Interop.Tests.Pytorch;

/// <summary>Whatever happens to a file, reading it ends soon, with weights or with a sentence, and takes little memory.</summary>
[Collection(nameof(RunsModels))]
public class SpoiltWeightFileTests(ITestOutputHelper output)
{
    /// <summary>Files of one run of each format; <c>CNNGEN_FUZZ_FILES</c> says otherwise.</summary>
    private const int Files = 300;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    public static TheoryData<WeightFormat> Formats => [.. WeightFormat.All];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_spoilt_file_is_read_or_refused(WeightFormat format)
    {
        using var folder = new TemporaryFolder();
        using LoadedModel model = SmallNetwork.New(1);
        string path = folder[$"weights.{format}"];
        format.Save(SmallNetwork.Network(model), path);
        byte[] sound = File.ReadAllBytes(path);
        var check = new ReadingCheck();
        int files = ReadingCheck.Number("CNNGEN_FUZZ_FILES", Files);
        for (int number = 0; number < files; number++)
        {
            File.WriteAllBytes(path, format.Spoil(sound, new Random(number)));
            Read(check, model, format, path, $"file {number}");
        }

        output.WriteLine($"{check.Refused} of {files} refused; at most {check.MostBytes} bytes of memory beyond a file's size");
        check.Refused.ShouldBeInRange(1, files - 1);
    }

    // What is refused leaves the model as it was.
    private static void Read(ReadingCheck check, LoadedModel model, WeightFormat format, string path, string which)
    {
        string[] before = SmallNetwork.State(model);
        int refused = check.Refused;
        long start = Environment.TickCount64;

        check.Read(path, () => format.Load(SmallNetwork.Network(model), path)).ShouldBeNull(which);

        TimeSpan.FromMilliseconds(Environment.TickCount64 - start).ShouldBeLessThan(MostTime, which);
        if (check.Refused > refused)
        {
            SmallNetwork.State(model).ShouldBe(before, which);
        }
    }
}
