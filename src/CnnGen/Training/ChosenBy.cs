namespace CnnGen;

/// <summary>Keeps the test set honest: what is chosen by looking at it, an epoch say, makes its measures too good.</summary>
internal static class ChosenBy
{
    /// <summary>Says if something is chosen by data to test with.</summary>
    public static void Warn(Dataset? validation, TrainingOptions options)
    {
        if (validation?.Role != DataRole.Test)
        {
            return;
        }

        List<string> choosers = [.. options.Callbacks.Where(static callback => callback is IMeasureWatcher { Measure.IsOfValidation: true }).Select(static callback => callback.GetType().Name)];
        if (options.Keep.Measure is { IsOfValidation: true })
        {
            choosers.Add("Checkpoints.Best");
        }

        if (choosers.Count > 0)
        {
            options.Warn($"{string.Join(", ", choosers)}: what is chosen is chosen by the test data, so what is measured on it will be too good. "
                + "Validate on a part of the training data (Split), and measure on the test data once, at the end.");
        }
    }
}
