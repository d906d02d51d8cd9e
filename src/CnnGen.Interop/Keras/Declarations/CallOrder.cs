namespace CnnGen.Interop.Keras;

/// <summary>An order of calls in which each reads only what is there already, as near to the config's as can be.</summary>
internal static class CallOrder
{
    public static List<(KerasLayer Layer, int Call)> Of(KerasModel model)
    {
        var places = new Dictionary<string, int>();
        for (int i = 0; i < model.Layers.Count; i++)
        {
            if (!places.TryAdd(model.Layers[i].Name, i))
            {
                throw new FileFault($"its config has two layers of the name '{model.Layers[i].Name}'");
            }
        }

        HashSet<string> inputs = [.. model.Inputs.Select(static input => input.Name)];
        var readers = new Dictionary<(int, int), List<(int Layer, int Call)>>();
        var missing = new Dictionary<(int, int), int>();
        var ready = new PriorityQueue<(int Layer, int Call), (int, int)>();
        for (int layer = 0; layer < model.Layers.Count; layer++)
        {
            for (int call = 0; call < model.Layers[layer].Calls.Count; call++)
            {
                Await((layer, call), [.. Sources(model.Layers[layer], call)]);
            }
        }

        var order = new List<(KerasLayer Layer, int Call)>();
        while (ready.TryDequeue(out var next, out _))
        {
            order.Add((model.Layers[next.Layer], next.Call));
            foreach (var reader in readers.GetValueOrDefault(next, []))
            {
                if (--missing[reader] == 0)
                {
                    ready.Enqueue(reader, reader);
                }
            }
        }

        return order.Count == missing.Count ? order : throw new FileFault("its config has layers that read each other in a circle");

        // A shared layer's calls keep their order.
        IEnumerable<(int Layer, int Call)> Sources(KerasLayer layer, int call)
        {
            foreach (KerasValue value in layer.Calls[call].Where(value => !inputs.Contains(value.Layer)))
            {
                yield return places.TryGetValue(value.Layer, out int place) && value.Call < model.Layers[place].Calls.Count
                    ? (place, value.Call)
                    : throw new FileFault($"layer '{layer.Name}' of its config reads '{value.Layer}', which is not there");
            }

            if (call > 0)
            {
                yield return (places[layer.Name], call - 1);
            }
        }

        void Await((int Layer, int Call) node, List<(int Layer, int Call)> sources)
        {
            missing[node] = sources.Count;
            if (sources.Count == 0)
            {
                ready.Enqueue(node, node);
            }

            foreach (var source in sources)
            {
                if (!readers.TryGetValue(source, out List<(int, int)>? list))
                {
                    readers[source] = list = [];
                }

                list.Add(node);
            }
        }
    }
}
