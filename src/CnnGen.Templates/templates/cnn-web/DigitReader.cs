using CnnGen;
using CnnGen.Logging;

namespace Network._1;

/// <summary>The network behind the page: loaded from its file, or trained where there is none yet, while the server answers already.</summary>
internal sealed class DigitReader(ILogger<DigitReader> logger) : BackgroundService
{
    private const string WeightsFile = "digits.safetensors";

    // A mouse draws larger, smaller and more slanted digits than those who wrote MNIST's.
    private static readonly Augmentation s_hand = new() { Shift = 0.07, Rotate = 12, Scale = 0.12 };

    private readonly DigitCnn _network = new();
    private volatile string _state = "training";

    /// <summary>"ready", "training", or what went wrong.</summary>
    public string State => _state;

    public bool IsReady => _state == "ready";

    /// <summary>What a digit is; any number of requests may ask at once.</summary>
    /// <param name="pixels">784 numbers, row by row: 0 for paper, 1 for ink.</param>
    public Prediction Read(float[] pixels) => _network.Predict(pixels);

    public override void Dispose()
    {
        base.Dispose();
        _network.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => Prepare(stoppingToken), stoppingToken);

    private void Prepare(CancellationToken stopping)
    {
        try
        {
            bool isTrained = File.Exists(WeightsFile);
            if (isTrained)
            {
                _network.Load(WeightsFile);
            }
            else
            {
                Train(stopping);
            }

            _state = "ready";
            if (!isTrained)
            {
                Keep();
            }
        }
        catch (Exception error) when (error is CnnGenException or IOException or UnauthorizedAccessException)
        {
            _state = File.Exists(WeightsFile) ? $"{error.Message} Delete {WeightsFile} to train anew." : error.Message;
            logger.LogError("There is no network: {Reason}", _state);
        }
    }

    private void Train(CancellationToken stopping)
    {
        Mnist mnist = Mnist.Load();
        logger.LogInformation("Training on {Data}", mnist.Description);
        _network.Fit(((Dataset)mnist.Train).Augment(s_hand, seed: 1), new TrainingOptions
        {
            Callbacks = [new TrainingLog(logger)],
            CancellationToken = stopping,
        });
        stopping.ThrowIfCancellationRequested();
        logger.LogInformation("{Accuracy:P2} of {Count} test digits are read right", _network.Evaluate(mnist.Test).Accuracy, mnist.Test.Count);
    }

    // Digits are read all the same; only the next start trains anew.
    private void Keep()
    {
        try
        {
            _network.Save(WeightsFile);
        }
        catch (FileWriteException error)
        {
            logger.LogWarning("The network is kept until the server ends: {Reason}", error.Message);
        }
    }
}
