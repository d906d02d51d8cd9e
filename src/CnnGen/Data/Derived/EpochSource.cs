namespace CnnGen;

/// <summary>The examples as they are in one epoch, whatever the epoch is that they are read for.</summary>
internal sealed class EpochSource(Dataset data, int epoch) : DerivedSource(data)
{
    public override void Read(int index, ExampleWriter example) => Data.Read(index, example.At(epoch));
}
