namespace CnnGen;

/// <summary>The examples of a data set, changed anew in each epoch of a training and as they are otherwise.</summary>
internal sealed class AugmentedSource(Dataset data, Augmentation augmentation, int seed) : DerivedSource(data)
{
    private readonly ExampleRooms _rooms = new(data);

    public override void Read(int index, ExampleWriter example)
    {
        if (example.Epoch == 0)
        {
            Data.Read(index, example);
            return;
        }

        ExampleRandom random = ReadChanged(index, example);
        if (augmentation.MixUp > 0)
        {
            Mix(example, ref random);
        }
    }

    private ExampleRandom ReadChanged(int index, ExampleWriter example)
    {
        Data.Read(index, example);
        var random = new ExampleRandom(seed, example.Epoch, index);
        var move = new PictureMove(augmentation, ref random);
        for (int i = 0; i < Inputs.Count; i++)
        {
            if (Inputs[i].Shape is [var height, var width, _])
            {
                Change(example.Input(i), height, width, move, ref random);
            }
        }

        for (int i = 0; i < Targets.Count && augmentation.Moves; i++)
        {
            MoveMap(Targets[i], i, example, move);
        }

        return random;
    }

    private void Change(Span<float> picture, int height, int width, PictureMove move, ref ExampleRandom random)
    {
        if (augmentation.Moves)
        {
            PictureSampler.Move(picture, height, width, move, augmentation.Fill, augmentation.FillValue);
        }

        if (augmentation.Paints)
        {
            PicturePaint.Paint(picture, height, width, augmentation, ref random);
        }
    }

    private void MoveMap(DataTarget target, int place, ExampleWriter example, PictureMove move)
    {
        switch (target.Shape)
        {
            case [var height, var width] when target.Kind == LabelKind.ClassIndex:
                PictureSampler.MoveNearest(example.Labels(place), height, width, move, augmentation.Fill, [target.IgnoredClass ?? 0]);
                break;
            case [var height, var width] when target.Kind != LabelKind.Number:
                var outside = new float[target.Classes];
                outside[0] = target.Kind == LabelKind.OneHot ? 1 : 0;
                PictureSampler.MoveNearest(example.Target(place), height, width, move, augmentation.Fill, outside);
                break;
            case [var height, var width, _] when target.Kind == LabelKind.Number:
                PictureSampler.Move(example.Target(place), height, width, move, augmentation.Fill, augmentation.FillValue);
                break;
        }
    }

    private void Mix(ExampleWriter example, ref ExampleRandom random)
    {
        int other = random.Below(Count);
        float share = (float)random.Beta(augmentation.MixUp);
        ExampleRoom room = _rooms.Take();
        var partner = new ExampleWriter(room, example.Epoch);
        ReadChanged(other, partner);
        for (int i = 0; i < Inputs.Count; i++)
        {
            Mix(example.Input(i), partner.Input(i), share);
        }

        for (int i = 0; i < Targets.Count; i++)
        {
            Mix(example.Target(i), partner.Target(i), share);
        }

        _rooms.Return(room);
    }

    private static void Mix(Span<float> values, ReadOnlySpan<float> others, float share)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (share * values[i]) + ((1 - share) * others[i]);
        }
    }
}
