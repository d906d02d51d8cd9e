using System.Globalization;

namespace CnnGen.Tests;

public sealed class MemorySizeTests
{
    [Theory]
    [InlineData(0, "0.00 Byte")]
    [InlineData(4, "4.00 Byte")]
    [InlineData(1023, "1023.00 Byte")]
    [InlineData(1024, "1.00 KB")]
    [InlineData(1152, "1.12 KB")] // 1.125: half to even, as in Python
    [InlineData(1408, "1.38 KB")] // 1.375
    [InlineData(1792, "1.75 KB")]
    [InlineData(8010792, "7.64 MB")]
    [InlineData(1L << 40, "1.00 TB")]
    [InlineData(1L << 62, "4096.00 PB")]
    public void Sizes_are_written_as_Keras_writes_them(long bytes, string expected) => MemorySize.Text(bytes, "Byte").ShouldBe(expected);

    [Fact]
    public void Sizes_are_rounded_as_Python_rounds_them()
    {
        for (int bytes = 1024; bytes < 1 << 20; bytes++)
        {
            // .NET rounds the exact binary value here, which for a multiple of 1/1024 is Python's text.
            string expected = (bytes / 1024.0).ToString("F2", CultureInfo.InvariantCulture) + " KB";
            if (MemorySize.Text(bytes, "Byte") != expected)
            {
                MemorySize.Text(bytes, "Byte").ShouldBe(expected, $"{bytes} bytes");
            }
        }
    }
}
