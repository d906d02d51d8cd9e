using System.Runtime.InteropServices;

namespace CnnGen;

/// <summary>Numbers of all examples one after the other, as they came: bytes stay bytes until they are needed.</summary>
internal abstract class ColumnValues
{
    /// <summary>How many numbers there are.</summary>
    public abstract int Length { get; }

    /// <summary>Copies some of them.</summary>
    public abstract void Copy(int start, Span<float> values);

    /// <summary>The first number that is none; −1 if all are finite.</summary>
    public abstract int FindNotFinite();

    /// <summary>Whole numbers from 0 to 255 become numbers between 0 and 1.</summary>
    public sealed class Bytes(ReadOnlyMemory<byte> bytes) : ColumnValues
    {
        private static readonly float[] Scaled = [.. Enumerable.Range(0, 256).Select(static value => value / 255f)];

        public override int Length => bytes.Length;

        public override void Copy(int start, Span<float> values)
        {
            ReadOnlySpan<byte> from = bytes.Span.Slice(start, values.Length);
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = Scaled[from[i]];
            }
        }

        public override int FindNotFinite() => -1;
    }

    /// <summary>Numbers as they are.</summary>
    public sealed class Floats(ReadOnlyMemory<float> floats) : ColumnValues
    {
        public override int Length => floats.Length;

        public override void Copy(int start, Span<float> values) => floats.Span.Slice(start, values.Length).CopyTo(values);

        public override int FindNotFinite()
        {
            ReadOnlySpan<float> all = floats.Span;
            for (int i = 0; i < all.Length; i++)
            {
                if (!float.IsFinite(all[i]))
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
