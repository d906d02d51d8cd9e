namespace CnnGen;

/// <summary>
/// Which callback takes over which of a checkpoint's states. A training that goes on may have more callbacks or fewer, and in another order, so
/// the place in the list says nothing: the first of a type takes the first of its type, and a log that of the same file, if there is one.
/// </summary>
internal static class CallbackStates
{
    /// <summary>For each callback the place of its state in the checkpoint; <see langword="null"/> for one that begins afresh.</summary>
    public static int?[] PlacesOf(IReadOnlyList<TrainingCallback> callbacks, CheckpointRecord record)
    {
        var places = new int?[callbacks.Count];
        List<int> free = [.. Enumerable.Range(0, record.Callbacks.Count)];
        Match((callback, place) => IsOf(callback, record, place) && callback.WrittenTo is { } file && file == record.FileOf(place));
        Match((callback, place) => IsOf(callback, record, place));
        return places;

        void Match(Func<TrainingCallback, int, bool> fits)
        {
            for (int i = 0; i < callbacks.Count; i++)
            {
                int found = places[i] is null ? free.FindIndex(place => fits(callbacks[i], place)) : -1;
                if (found >= 0)
                {
                    places[i] = free[found];
                    free.RemoveAt(found);
                }
            }
        }
    }

    /// <summary>The type of a callback, as a checkpoint says it.</summary>
    public static string TypeName(TrainingCallback callback) => callback.GetType().FullName ?? callback.GetType().Name;

    private static bool IsOf(TrainingCallback callback, CheckpointRecord record, int place) => record.Callbacks[place] == TypeName(callback);
}
