namespace CnnGen;

/// <summary>
/// Mean and standard deviation of what goes into a network, found from the data to train with, and applied to all data alike: the same numbers that
/// the training saw must go with a network to wherever it predicts.
/// </summary>
public sealed class Standardization
{
    private Standardization(IReadOnlyList<InputStatistics> inputs) => Inputs = inputs;

    /// <summary>The inputs, in the order of the data.</summary>
    public IReadOnlyList<InputStatistics> Inputs { get; }

    /// <summary>
    /// Reads all examples once. A channel is the last place of an input's shape: of pictures and signals a channel, of a vector each number.
    /// </summary>
    /// <param name="data">The data to train with, not augmented.</param>
    /// <exception cref="CnnGenException">There are no examples, or they are to validate or to test with: what is found from these makes measures on them
    /// too good.</exception>
    public static Standardization Of(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Role is DataRole.Validation or DataRole.Test)
        {
            string purpose = data.Role == DataRole.Test ? "test" : "validate";
            throw new CnnGenException(
                $"The data is to {purpose} with; mean and deviation of it would make its measures too good. Take them of the data to train with, and apply them to both.");
        }

        if (data.Count == 0)
        {
            throw new CnnGenException("There are no examples to find mean and deviation of: the data set is empty.");
        }

        ChannelSums[] sums = [.. data.Inputs.Select(static input => new ChannelSums(input))];
        var rooms = new ExampleRooms(data);
        ExampleRoom room = rooms.Take();
        for (int i = 0; i < data.Count; i++)
        {
            data.Read(i, new ExampleWriter(room, 0));
            for (int input = 0; input < sums.Length; input++)
            {
                sums[input].Add(room.Inputs[input].Span);
            }
        }

        return new Standardization([.. sums.Select(static sum => sum.ToStatistics())]);
    }

    /// <summary>The statistics of an input.</summary>
    /// <exception cref="CnnGenException">There are none of it.</exception>
    internal InputStatistics Of(DataInput input)
    {
        InputStatistics found = Inputs.FirstOrDefault(one => one.Name == input.Name)
            ?? throw new CnnGenException($"There are no mean and deviation of the input '{input.Name}', only of {string.Join(", ", Inputs.Select(static one => $"'{one.Name}'"))}.");
        return found.Mean.Count == input.Shape[^1]
            ? found
            : throw new CnnGenException($"Mean and deviation of '{input.Name}' are of {found.Mean.Count} channels, but the data has {input.Shape[^1]}.");
    }
}
