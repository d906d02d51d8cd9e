namespace CnnGen.Benchmarks.Picture;

/// <summary>A training as the picture shows it: moments of it, and the digits that were looked at in each.</summary>
/// <param name="Examples">The digits of the wall, a row of each class.</param>
/// <param name="Unseen">How many digits <see cref="Frame.Loss"/> and <see cref="Frame.Accuracy"/> are measured on.</param>
/// <param name="Seen">How many digits it learns from.</param>
/// <param name="Epochs">How often it sees each of them.</param>
/// <param name="Frames">The moments, from before the first step to after the last.</param>
/// <param name="BatchLosses">What each step gave, from the first.</param>
internal sealed record Recording(ImageDataset Examples, int Unseen, int Seen, int Epochs, IReadOnlyList<Frame> Frames, IReadOnlyList<double> BatchLosses)
{
    public Frame Last => Frames[^1];

    /// <summary>The digit to look into: read right in the end, and of these the one that was read wrong for the longest.</summary>
    public int MostDoubted => Enumerable.Range(0, Examples.Count)
        .Where(digit => IsRight(Last, digit))
        .MaxBy(digit => (LastWrong(digit), Last.Predictions[digit].Probability));

    public bool IsRight(Frame frame, int digit) => frame.Predictions[digit].Label == Examples.Labels[digit];

    private int LastWrong(int digit)
    {
        int frame = Frames.Count - 1;
        while (frame >= 0 && IsRight(Frames[frame], digit))
        {
            frame--;
        }

        return frame;
    }
}

/// <summary>One moment.</summary>
/// <param name="Step">Steps that are over.</param>
/// <param name="Loss">Over the unseen digits.</param>
/// <param name="Accuracy">The same.</param>
/// <param name="Predictions">What is said of each digit of the wall.</param>
/// <param name="Maps">What each digit of the wall lights up.</param>
internal sealed record Frame(long Step, double Loss, double Accuracy, IReadOnlyList<Prediction> Predictions, IReadOnlyList<LayerMaps> Maps);
