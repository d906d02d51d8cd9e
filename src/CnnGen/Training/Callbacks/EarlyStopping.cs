using System.Globalization;

namespace CnnGen;

/// <summary>
/// Ends training when a measure has not become better for some epochs, and gives the model the weights of its best epoch.
/// Keras: <c>EarlyStopping</c>; there the weights are restored only if asked for.
/// </summary>
public sealed class EarlyStopping : TrainingCallback
{
    private const string StateName = "The best epoch's state";

    private double _best;
    private int _bestEpoch;
    private IReadOnlyList<Weight> _bestWeights = [];
    private bool _higherIsBetter;

    /// <summary>What is watched. Default: the validation loss.</summary>
    public EpochMeasure Measure { get; init; } = EpochMeasure.ValidationLoss;

    /// <summary>Epochs without progress after which training ends. Default 0: the first one ends it.</summary>
    public int Patience { get; init; }

    /// <summary>By how much an epoch must be better than the best so far to count. Default 0.</summary>
    public double MinDelta { get; init; }

    /// <summary>Whether more of what is watched is better. Default: as the measure says; of a loss or metric of one's own less is.</summary>
    public bool? HigherIsBetter { get; init; }

    /// <summary>Whether the model gets the weights of its best epoch at the end. Default: yes.</summary>
    public bool RestoreBest { get; init; } = true;

    /// <summary>The best epoch, from 1; zero before the first one's end.</summary>
    public int BestEpoch => _bestEpoch;

    /// <inheritdoc/>
    public override void OnTrainingStart(TrainingRun run)
    {
        if (Measure.IsOfValidation && run.ValidationImages == 0)
        {
            throw new CnnGenException(
                $"Early stopping watches {Measure}, but there are no validation images: set TrainingOptions.Validation or a split.");
        }

        bool byItself = IsHigherBetter(run.Model);
        _higherIsBetter = HigherIsBetter ?? byItself;
        if (run.History.Last is null)
        {
            (_best, _bestEpoch, _bestWeights) = (0, 0, []);
        }
        else
        {
            TakeOver(run);
            StopIfSpent(run, run.History.Last.Epoch);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun run, EpochResult result)
    {
        double value = result[Measure.Name];
        double progress = _higherIsBetter ? value - _best : _best - value;
        if (_bestEpoch == 0 || double.IsNaN(_best) || progress > MinDelta)
        {
            (_best, _bestEpoch) = (value, result.Epoch);
            _bestWeights = RestoreBest ? run.Model.GetWeights() : [];
        }

        StopIfSpent(run, result.Epoch);
    }

    /// <inheritdoc/>
    public override void OnTrainingEnd(TrainingRun run)
    {
        if (_bestWeights.Count > 0 && _bestEpoch != run.History.Last?.Epoch)
        {
            run.Model.SetWeights(_bestWeights);
        }
    }

    /// <inheritdoc/>
    public override void SaveState(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(_best);
        writer.Write(_bestEpoch);
        writer.Write(_bestWeights.Count > 0);
        if (_bestWeights.Count > 0)
        {
            Safetensors.Write(writer.BaseStream, _bestWeights, new Dictionary<string, string>());
        }
    }

    /// <inheritdoc/>
    public override void LoadState(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _best = reader.ReadDouble();
        _bestEpoch = reader.ReadInt32();
        _bestWeights = reader.ReadBoolean() ? Safetensors.Read(reader.BaseStream, StateName).Tensors : [];
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
        if (_bestEpoch > 0 && epoch - _bestEpoch >= Math.Max(Patience, 1))
        {
            run.Stop(string.Create(CultureInfo.InvariantCulture, $"{Measure} has not become better since epoch {_bestEpoch} ({_best:G6})"));
        }
    }

    // Of a loss less is better; a measure says it of itself.
    private bool IsHigherBetter(ITrainableModel model)
    {
        if (Measure.OwnName == MeasureNames.Loss)
        {
            return false;
        }

        return model.Measures.FirstOrDefault(measure => measure.Name == Measure.OwnName) is { } measured
            ? measured.HigherIsBetter
            : throw new CnnGenException(
                $"Early stopping watches {Measure}, but {model.Architecture.Name} does not measure its {Measure.OwnName}: add it to the Metrics of [Training].");
    }
}
