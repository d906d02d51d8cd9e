using System.Collections.Concurrent;

namespace CnnGen;

/// <summary>Rooms for single examples of a data set, used again and again by several threads.</summary>
internal sealed class ExampleRooms(Dataset data)
{
    private readonly ConcurrentBag<ExampleRoom> _free = [];

    public ExampleRoom Take() => _free.TryTake(out ExampleRoom? room) ? room : Make();

    public void Return(ExampleRoom room) => _free.Add(room);

    private ExampleRoom Make()
    {
        var room = new ExampleRoom(data.Inputs.Count, data.Targets.Count);
        for (int i = 0; i < data.Inputs.Count; i++)
        {
            room.Inputs[i] = new float[data.Inputs[i].Size];
        }

        for (int i = 0; i < data.Targets.Count; i++)
        {
            DataTarget target = data.Targets[i];
            room.Labels[i] = new long[target.Kind == LabelKind.ClassIndex ? target.Size : 0];
            room.Values[i] = new float[target.Kind == LabelKind.ClassIndex ? 0 : target.Size];
            room.Weights[i] = new float[] { 1 };
        }

        return room;
    }
}
