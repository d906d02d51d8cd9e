using System.Globalization;

namespace CnnGen.Interop.Tests.Pytorch;

/// <summary>Whatever happens to a file, reading it ends soon, with weights or with a sentence, and takes little memory.</summary>
[Collection(nameof(RunsModels))]
public class SpoiltWeightFileTests
{
    private const long MostMemory = 64 << 20;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    // CNNGEN_FUZZ_FILES asks for more.
    private static readonly int Files = int.TryParse(Environment.GetEnvironmentVariable("CNNGEN_FUZZ_FILES"), CultureInfo.InvariantCulture, out int files) ? files : 300;

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
        int refused = 0;
        for (int i = 0; i < Files; i++)
        {
            byte[] spoilt = format.Spoil(sound, new Random(i));
            File.WriteAllBytes(path, spoilt);
            refused += IsRefused(model, format, path, spoilt.Length, $"file {i}") ? 1 : 0;
        }

        refused.ShouldBeInRange(1, Files);
    }

    private static bool IsRefused(LoadedModel model, WeightFormat format, string path, int length, string which)
    {
        string[] before = SmallNetwork.State(model);
        long memory = GC.GetAllocatedBytesForCurrentThread();
        long start = Environment.TickCount64;
        try
        {
            format.Load(SmallNetwork.Network(model), path);
            return false;
        }
        catch (CnnGenException refusal)
        {
            refusal.Message.ShouldContain(path, Case.Sensitive, which);
            SmallNetwork.State(model).ShouldBe(before, which);
            return true;
        }
        catch (Exception other)
        {
            throw new InvalidOperationException($"{which}: {other.GetType().Name}", other);
        }
        finally
        {
            (GC.GetAllocatedBytesForCurrentThread() - memory).ShouldBeLessThan(MostMemory + length, which);
            TimeSpan.FromMilliseconds(Environment.TickCount64 - start).ShouldBeLessThan(MostTime, which);
        }
    }
}
