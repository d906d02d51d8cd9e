using CnnGen.Interop.Tests.Pytorch;
using CnnGen.Samples.Mnist.Tests.Robustness;
using Xunit.Abstractions;

namespace CnnGen.Interop.Tests.Inspection;

/// <summary>Whatever happens to a file, looking at it gives lines without control codes or an error of ours, and takes little memory.</summary>
[Collection(nameof(RunsModels))]
public class SpoiltInspectionTests(ITestOutputHelper output)
{
    /// <summary>Files of one run of each format; <c>CNNGEN_FUZZ_FILES</c> says otherwise.</summary>
    private const int Files = 300;

    public static TheoryData<string> Formats => [.. NetworkFormat.All.Where(static format => format.Inspect is not null).Select(static format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_spoilt_file_is_described_or_refused(string name)
    {
        using var folder = new TemporaryFolder();
        using LoadedModel model = SmallNetwork.New(1);
        NetworkFormat format = NetworkFormat.All.Single(known => known.Name == name);
        string path = folder[$"net{format.Endings[0]}"];
        format.Save(SmallNetwork.Network(model), path);
        byte[] sound = File.ReadAllBytes(path);
        var check = new ReadingCheck();
        int files = ReadingCheck.Number("CNNGEN_FUZZ_FILES", Files);
        for (int number = 0; number < files; number++)
        {
            File.WriteAllBytes(path, Mutation.Of(sound, new Random(number)));
            check.Read(path, () => NetworkFormat.Describe(path).ReplaceLineEndings("").ShouldNotContain(static letter => char.IsControl(letter)))
                .ShouldBeNull($"file {number}");
        }

        output.WriteLine($"{check.Refused} of {files} refused; at most {check.MostBytes} bytes of memory beyond a file's size");
        check.Refused.ShouldBeInRange(1, files - 1);
    }
}
