namespace CnnGen.Interop;

/// <summary>Images brought to a size, and their numbers to a range.</summary>
internal static class ResizingTwins
{
    public static IReadOnlyDictionary<string, TwinLayer> All { get; } = new Dictionary<string, TwinLayer>
    {
        ["Resizing"] = new ImageSize(
            static call => call.Call.Numbers("cropToAspectRatio") is not null ? Proportioned(call) : call.Input.Spatial,
            static call => call.Call.Word("interpolation") ?? "Bilinear"),
        ["CenterCrop"] = new ImageSize(static call => IsLarge(call) ? call.Output.Spatial : Proportioned(call), static _ => "Bilinear"),
        ["Rescaling"] = new ExpressionLayer(static call =>
            $"{call.Value} * {PythonText.Real(call.Call.Numbers("scale")![0])}{(call.Call.Numbers("offset") is { } offset ? $" + {PythonText.Real(offset[0])}" : "")}"),
    };

    private static bool IsLarge(TwinCall call) => call.Input.Spatial.Zip(call.Output.Spatial).All(static size => size.First >= size.Second);

    // The largest part in the middle that has the proportions of the new size, as Keras rounds.
    private static IReadOnlyList<int> Proportioned(TwinCall call)
    {
        IReadOnlyList<int> size = call.Input.Spatial;
        IReadOnlyList<int> wanted = call.Output.Spatial;
        return [Part(0, 1), Part(1, 0)];

        int Part(int axis, int other) => Math.Max(1, (int)Math.Min(size[axis], (double)((long)size[other] * wanted[axis]) / wanted[other]));
    }

    /// <param name="part">The size of the part in the middle that is taken.</param>
    /// <param name="interpolation">How the new pixels come about.</param>
    private sealed class ImageSize(Func<TwinCall, IReadOnlyList<int>> part, Func<TwinCall, string> interpolation) : TwinLayer
    {
        private const int Down = 2;

        public override bool DependsOnSizes(LayerCall call) => true;

        public override void Forward(TwinCall call)
        {
            IReadOnlyList<int> taken = part(call);
            IReadOnlyList<int> wanted = call.Output.Spatial;
            for (int axis = 0; axis < taken.Count; axis++)
            {
                int size = call.Input.Spatial[axis];
                call.Value += size == taken[axis] ? "" : $".narrow({PythonText.Arguments([axis + Down, (size - taken[axis]) / 2, taken[axis]])})";
            }

            if (taken.SequenceEqual(wanted))
            {
                return;
            }

            if (interpolation(call) == "Bilinear")
            {
                call.Value = $"F.interpolate({call.Value}, size={PythonText.Tuple(wanted)}, mode=\"bilinear\", align_corners=False)";
                return;
            }

            // PyTorch takes the pixel at the corner of the new one, Keras that in the middle.
            for (int axis = 0; axis < taken.Count; axis++)
            {
                call.Value += taken[axis] == wanted[axis] ? "" : $"[{(axis == 0 ? ":, :, " : ":, :, :, ")}[{PythonText.Arguments(Middles(taken[axis], wanted[axis]))}]]";
            }
        }

        private static IEnumerable<int> Middles(int from, int to) => Enumerable.Range(0, to).Select(i => (int)(((2L * i) + 1) * from / (2L * to)));
    }
}
