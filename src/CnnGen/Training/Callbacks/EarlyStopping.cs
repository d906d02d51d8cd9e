using System.Globalization;

namespace CnnGen;

/// <summary>
/// Ends training when a measure has not become better for some epochs, and gives the model the weights of its best epoch.
/// Keras: <c>EarlyStopping</c>; there the weights are restored only if asked for.
/// </summary>
public sealed class EarlyStopping : TrainingCallback, IMeasureWatcher
{
    private const string StateName = "The best epoch's state";

    private (int Epoch, double Value) _resumed;
    private bool _wasLoaded;

    // Epochs that were over when it began: those of a training that it came to later are none of its patience.
    private int _before;
    private WatchedMeasure? _watched;
    private IReadOnlyList<Weight> _bestWeights = [];

    /// <summary>What is watched. Default: the validation loss.</summary>
    public EpochMeasure Measure { get; init; } = EpochMeasure.ValidationLoss;

    /// <summary>Epochs without progress after which training ends. Default 0: the first one ends it.</summary>
    public int Patience { get; init; }

    /// <summary>By how much an epoch must be better than the best so far to count. Default 0.</summary>
    public double MinDelta { get; init; }

    /// <summary>The first epoch that is looked at; those before may do as they like. Default 1. Keras counts from 0.</summary>
    public int StartFromEpoch { get; init; } = 1;

    /// <summary>A value that must be reached before the patience is over, as if an epoch before the first had it. Default: none.</summary>
    public double? Baseline { get; init; }

    /// <summary>Whether more of what is watched is better. Default: as the measure says; of a loss or metric of one's own less is.</summary>
    public bool? HigherIsBetter { get; init; }

    /// <summary>Whether the model gets the weights of its best epoch at the end, whatever ends the training but an exception. Default: yes.</summary>
    public bool RestoreBest { get; init; } = true;

    /// <summary>The best epoch, from 1; zero before the first one's end.</summary>
    public int BestEpoch => _watched?.BestEpoch ?? 0;

    EpochMeasure IMeasureWatcher.Measure => Measure;

    /// <inheritdoc/>
    public override void OnTrainingStart(TrainingRun run)
    {
        _watched = new WatchedMeasure("Early stopping", Measure, HigherIsBetter, run, MinDelta);
        if (_wasLoaded && run.StepsDone > 0)
        {
            TakeOver(run);
        }
        else
        {
            (_resumed, _bestWeights, _before) = ((0, 0), [], run.History.Epochs.Count);
        }

        _wasLoaded = false;
        _watched.Resume(_resumed.Epoch, _resumed.Epoch > 0 ? _resumed.Value : Baseline ?? 0, hasBaseline: Baseline is not null);
        if (run.History.Last is { } last)
        {
            StopIfSpent(run, last.Epoch);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun run, EpochResult result)
    {
        if (result.Epoch < StartFromEpoch)
        {
            return;
        }

        if (_watched!.IsBetter(result))
        {
            _bestWeights = RestoreBest ? run.Model.GetWeights() : [];
        }

        StopIfSpent(run, result.Epoch);
    }

    /// <inheritdoc/>
    public override void OnTrainingEnd(TrainingRun run)
    {
        // After the best epoch steps of another may have been made that was then cancelled.
        if (_bestWeights.Count > 0 && (BestEpoch != run.History.Last?.Epoch || run.IsWithinEpoch))
        {
            run.Model.SetWeights(_bestWeights);
        }
    }

    /// <inheritdoc/>
    public override void SaveState(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(_watched?.Best ?? _resumed.Value);
        writer.Write(_watched?.BestEpoch ?? _resumed.Epoch);
        writer.Write(_bestWeights.Count > 0);
        if (_bestWeights.Count > 0)
        {
            Safetensors.Write(writer.BaseStream, _bestWeights, new Dictionary<string, string>());
        }
        else
        {
            // With weights there is a best epoch, from which the patience counts.
            writer.Write(_before);
        }
    }

    /// <inheritdoc/>
    public override void LoadState(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        double best = reader.ReadDouble();
        _resumed = (reader.ReadInt32(), best);
        _bestWeights = reader.ReadBoolean() ? Safetensors.Read(reader.BaseStream, StateName).Tensors : [];

        // Older checkpoints end here.
        _before = _bestWeights.Count == 0 && reader.BaseStream.Position < reader.BaseStream.Length ? reader.ReadInt32() : 0;
        _wasLoaded = true;
    }

    // A file has its tensors in an order of its own.
    private void TakeOver(TrainingRun run)
    {
        if (_bestWeights.Count > 0)
        {
            _bestWeights = WeightFile.Match(run.Model, new SafetensorsContent(_bestWeights, new Dictionary<string, string>()), StateName);
        }
    }

    private void StopIfSpent(TrainingRun run, int epoch)
    {
        int since = Math.Max(Math.Max(BestEpoch, _before), StartFromEpoch - 1);
        bool hasFailed = BestEpoch > 0 || (Baseline is not null && epoch >= StartFromEpoch);
        if (hasFailed && epoch - since >= Math.Max(Patience, 1))
        {
            run.Stop(BestEpoch > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{Measure} has not become better since epoch {BestEpoch} ({_watched!.Best:G6})")
                : string.Create(CultureInfo.InvariantCulture, $"{Measure} has not become better than {Baseline:G6}"));
        }
    }
}
