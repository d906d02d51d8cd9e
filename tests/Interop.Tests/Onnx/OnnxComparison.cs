using Microsoft.ML.OnnxRuntime;

namespace CnnGen.Interop.Tests.Onnx;

/// <summary>Whether ONNX Runtime gives what a network gives, computed from the network's file.</summary>
internal static class OnnxComparison
{
    /// <summary>Of the largest value.</summary>
    private const double LargestDifference = 1e-5;

    private static readonly Microsoft.ML.OnnxRuntime.RunOptions s_options = new();

    /// <summary>What is different; <see langword="null"/> if nothing is.</summary>
    public static string? Difference(Type type, string file, int examples)
    {
        try
        {
            using var network = TestNetwork.Random(type, seed: 3);
            network.Network.SaveOnnx(file);
            using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
            using var session = new InferenceSession(file, options);
            IReadOnlyList<NumberTensor> inputs = network.Draw(examples);
            return Difference(network.Run(inputs), Run(session, inputs)) is { } difference ? $"{type.FullName}: {difference}" : null;
        }
        catch (Exception error) when (error is OnnxRuntimeException or CnnGenException)
        {
            return $"{type.FullName}: {error.Message}";
        }
    }

    /// <summary>What a session gives.</summary>
    public static IReadOnlyList<NumberTensor> Run(InferenceSession session, IReadOnlyList<NumberTensor> inputs)
    {
        OrtValue[] values = [.. inputs.Select(static input => OrtValue.CreateTensorValueFromMemory(input.Values, input.Shape))];
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(s_options, session.InputNames, values, session.OutputNames);
        NumberTensor[] result = [.. outputs.Select(static output => new NumberTensor(output.GetTensorDataAsSpan<float>().ToArray(), output.GetTensorTypeAndShape().Shape))];
        foreach (OrtValue value in values)
        {
            value.Dispose();
        }

        return result;
    }

    /// <summary>Where two results differ; <see langword="null"/> where they do not.</summary>
    public static string? Difference(IReadOnlyList<NumberTensor> expected, IReadOnlyList<NumberTensor> actual) =>
        expected.Count == actual.Count ? expected.Zip(actual, Difference).FirstOrDefault(static difference => difference is not null)
            : $"{actual.Count} outputs, expected {expected.Count}";

    private static string? Difference(NumberTensor expected, NumberTensor actual)
    {
        if (!expected.Shape.SequenceEqual(actual.Shape))
        {
            return $"gives {string.Join('×', actual.Shape)}, expected {string.Join('×', expected.Shape)}";
        }

        double largest = expected.Values.Max(static value => Math.Abs((double)value));
        double difference = expected.Values.Zip(actual.Values, static (one, two) => Math.Abs((double)one - two)).Max();
        return double.IsFinite(largest) && largest > 0 && difference <= LargestDifference * largest ? null : $"differs by {difference:g3} of {largest:g3}";
    }
}
