using System.Buffers.Binary;

namespace CnnGen.Samples.Mnist.Tests.Robustness;

/// <summary>Spoils files as bad disks, broken transfers and ill will do.</summary>
internal static class Mutation
{
    private const int MostSteps = 4;

    // Sizes, offsets and counts stand at the beginning of every format.
    private const int HeaderLength = 64;

    private static readonly long[] Numbers =
        [0, 1, -1, 2, 127, 128, 255, 256, 32767, 65535, 65536, 1 << 24, int.MaxValue, int.MinValue, uint.MaxValue, 1L << 40, long.MaxValue, long.MinValue];

    private static readonly string[] Words =
        ["-1", "0", "1", "99999999999", "1e308", "1e999", "NaN", "null", "[]", "{}", "\"", "\\u0000", ",", "[[[[", "F32", "U8", "true", "9223372036854775807"];

    /// <summary>A copy with one or a few mistakes.</summary>
    public static byte[] Of(byte[] file, Random random)
    {
        var bytes = file.ToList();
        for (var steps = random.Next(MostSteps) + 1; steps > 0 && bytes.Count > 0; steps--)
        {
            Step(bytes, random);
        }

        return [.. bytes];
    }

    private static void Step(List<byte> bytes, Random random)
    {
        var place = random.Next(random.Next(2) == 0 ? Math.Min(HeaderLength, bytes.Count) : bytes.Count);
        var length = random.Next(Math.Min(bytes.Count - place, 1 << random.Next(12))) + 1;
        switch (random.Next(9))
        {
            case 0:
                bytes[place] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[place] = (byte)random.Next(256);
                break;
            case 2:
                Overwrite(bytes, place, Number(random));
                break;
            case 3:
                bytes.RemoveRange(place, bytes.Count - place);
                break;
            case 4:
                bytes.RemoveRange(place, length);
                break;
            case 5:
                bytes.InsertRange(place, bytes.GetRange(place, length));
                break;
            case 6:
                bytes.InsertRange(place, new byte[length]);
                break;
            case 7:
                bytes.AddRange(random.Next(2) == 0 ? new byte[length] : bytes.GetRange(place, length));
                break;
            default:
                Overwrite(bytes, place, System.Text.Encoding.ASCII.GetBytes(Words[random.Next(Words.Length)]));
                break;
        }
    }

    private static byte[] Number(Random random)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Numbers[random.Next(Numbers.Length)]);
        var size = 1 << random.Next(4);
        bytes = bytes[^size..];
        return random.Next(2) == 0 ? bytes : [.. bytes.Reverse()];
    }

    private static void Overwrite(List<byte> bytes, int place, byte[] values)
    {
        for (var i = 0; i < values.Length && place + i < bytes.Count; i++)
        {
            bytes[place + i] = values[i];
        }
    }
}
