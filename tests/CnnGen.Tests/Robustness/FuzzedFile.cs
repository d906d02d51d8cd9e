using System.IO.Compression;
using System.Text;
using CnnGen.Pictures;
using CnnGen.Samples.Mnist.Tests.Robustness;
using CnnGen.Tests.Pictures;

namespace CnnGen.Tests.Robustness;

/// <summary>A kind of data file that is spoilt and read.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Samples">Files that are right.</param>
/// <param name="Read">Reads one.</param>
internal sealed record FuzzedFile(string Name, IReadOnlyList<byte[]> Samples, Action<string> Read)
{
    private static readonly float[] Numbers = [.. Enumerable.Range(0, 24).Select(static i => i / 4f)];

    /// <summary>Puts right what would find most mistakes before anybody else sees them, such as check sums; nothing to put right by default.</summary>
    public Func<byte[], byte[]> Mend { get; init; } = static file => file;

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<FuzzedFile> All { get; } =
    [
        new("npy", Arrays(), static path => Use(NpyFile.Read(path))),
        new("npz", [.. new[] { CompressionLevel.NoCompression, CompressionLevel.Optimal }.Select(static level => NpyBytes.Archive(level, ("x", Arrays()[0]), ("y", Arrays()[2])))], static path =>
        {
            foreach (NumberArray array in NpzFile.Read(path).Values)
            {
                Use(array);
            }
        }),
        new("csv",
            [
                Encoding.UTF8.GetBytes("a,b,\"kind\"\n1.5,-2e3,red\n\"3\",4,\"gr\"\"een\"\n\n5,6,red\n"),
                Encoding.UTF8.GetBytes("a,b,kind\r\n0,1,x\r\n2,3,y"),
            ],
            static path =>
            {
                CsvTable table = CsvFile.Read(path, new CsvOptions { ClassColumns = ["kind"] });
                table.ToInput("x", "a", "b");
                table.ToTarget(DataTarget.ClassIndex("y", 2), "kind");
            }),
        new("png",
            [
                PngBytes.Of(5, 6, 8, 2, Rows(6, 15)), PngBytes.Of(9, 4, 1, 0, Rows(4, 2)), PngBytes.Of(5, 4, 16, 6, Rows(4, 40)),
                PngBytes.Of(4, 4, 4, 3, Rows(4, 2, 1), palette: new byte[48], alpha: [1, 2]), PngBytes.Of(1, 4, 8, 0, Rows(4, 1), interlace: 1),
            ],
            static path => PictureFile.Read(path)) { Mend = PngBytes.WithRightSums },
        new("jpeg", [JpegBytes.Baseline, JpegBytes.Progressive, JpegBytes.FullColours, JpegBytes.Grey, JpegBytes.PlainRgb], static path => PictureFile.Read(path)),
        new("bmp",
            [BmpBytes.Of(3, 4, 24, new byte[48]), BmpBytes.Of(3, -4, 8, new byte[16], palette: new byte[16]), BmpBytes.Of(2, 2, 32, new byte[16], packing: 3, masks: [255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0])],
            static path => PictureFile.Read(path)),
        new("cifar", [[.. Enumerable.Range(0, 2 * 3073).Select(static i => (byte)(i % 3073 == 0 ? 9 : i))]], static path => CifarFile.Read10(path)),
        new("idx", [IdxBytes.Of(0x0D, [2, 3, 4], NpyBytes.Floats(new float[24])), IdxBytes.Of(0x08, [2, 2, 2, 2, 2], new byte[32])], static path => Use(IdxFile.ReadNumbers(path))),
    ];

    /// <summary>A spoilt file.</summary>
    public byte[] Next(Random random)
    {
        byte[] file = Mutation.Of(Samples[random.Next(Samples.Count)], random);
        return random.Next(2) == 0 ? file : Mend(file);
    }

    private static void Use(NumberArray array)
    {
        array.ToInput("x");
        array.ToFloats();
    }

    private static byte[][] Arrays() =>
    [
        NpyBytes.Of("<f4", "4, 6", NpyBytes.Floats(Numbers)),
        NpyBytes.Of("<f4", "2, 3, 4", NpyBytes.Floats(Numbers), fortran: true, version: 2),
        NpyBytes.Of("|u1", "10, 2", new byte[20]),
        NpyBytes.Of(">i8", "3,", new byte[24], version: 3),
    ];

    private static byte[] Rows(int count, int length, int filters = 5) =>
        [.. Enumerable.Range(0, count * length).Select(static i => (byte)(i * 7)).Chunk(length).SelectMany((row, i) => row.Prepend((byte)(i % filters)))];
}
