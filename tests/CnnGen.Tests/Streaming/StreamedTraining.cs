using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CnnGen.Tests.Streaming;

/// <summary>Trains the smallest model on a file of pictures, in a process of its own that has little memory.</summary>
internal static class StreamedTraining
{
    /// <summary>What the process is called with, before the file.</summary>
    public const string Command = "train-from-file";

    /// <summary>Trains on the file and says how much memory there was, and what the weights have become.</summary>
    public static void Run(string path)
    {
        using var source = new FileSource(path);
        string weights = WeightsAfter(new Dataset(source));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes} {weights}"));
    }

    /// <summary>A hash of the weights after one epoch.</summary>
    public static string WeightsAfter(Dataset data)
    {
        using var model = new SoftmaxRegression(FileSource.Side, FileSource.Side, FileSource.Classes, noise: 0) { Record = false };
        TrainingLoop.Fit(model, data, new TrainingOptions { Epochs = 1, BatchSize = 256, Seed = 7, LearningRate = 0.01 });
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Weight weight in model.GetWeights())
        {
            if (weight.Values is float[] values)
            {
                hash.AppendData(MemoryMarshal.AsBytes<float>(values));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
