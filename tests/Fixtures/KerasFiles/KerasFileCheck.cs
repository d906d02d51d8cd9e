using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using CnnGen.Interop;
using TorchSharp;

namespace CnnGen.Fixtures;

/// <summary>Whether a compiled model does what Keras's does, with the weights of each of its files.</summary>
internal static class KerasFileCheck
{
    private const double Tolerance = 1e-5;

    private static readonly string[] s_endings = [".keras", ".weights.h5", ".h5"];

    /// <summary>What goes wrong; <see langword="null"/> if nothing does.</summary>
    public static string? Difference(KerasFileSet files, string name, KerasDeclaration declaration, Type type)
    {
        try
        {
            using DisposeScope scope = torch.NewDisposeScope();
            KerasAnswer answer = KerasAnswer.Read(files.Find(name, ".json")!);
            foreach (string path in s_endings.Select(ending => files.Find(name, ending)).OfType<string>())
            {
                using var module = (torch.nn.Module)Activator.CreateInstance(type)!;
                ((INetwork)module).LoadKeras(path);
                if (Outputs(answer, module, declaration) is { } difference)
                {
                    return $"{Path.GetFileName(path)}: {difference}";
                }
            }

            return Parameters(answer, type) ?? Saved(files, name, declaration, type);
        }
        catch (Exception error)
        {
            Exception cause = error is TargetInvocationException { InnerException: { } inner } ? inner : error;
            return $"cannot run: {cause.GetType().Name}: {cause.Message}";
        }
    }

    private static string? Outputs(KerasAnswer answer, torch.nn.Module module, KerasDeclaration declaration)
    {
        module.eval();
        bool isChannelsFirst = declaration.Text.Contains("Format = DataFormat.ChannelsFirst", StringComparison.Ordinal);
        torch.Tensor[] outputs = Run(module, [.. answer.Inputs.Select(input => Tensor(input, isChannelsFirst))]);
        for (int i = 0; i < answer.Outputs.Count; i++)
        {
            KerasTensor expected = answer.Outputs[i];
            torch.Tensor output = isChannelsFirst || outputs[i].dim() < 3 ? outputs[i] : outputs[i].permute(ToLast((int)outputs[i].dim()));
            if (!output.shape.SequenceEqual(expected.Shape.Select(static size => (long)size)))
            {
                return $"output {i} is {string.Join('×', output.shape)}, Keras {string.Join('×', expected.Shape)}";
            }

            float[] values = output.contiguous().data<float>().ToArray();
            double largest = expected.Values.Max(static value => Math.Abs((double)value));
            double distance = values.Zip(expected.Values, static (a, b) => Math.Abs((double)a - b)).Max();
            if (!(distance <= (Tolerance + answer.Noise) * Math.Max(largest, float.Epsilon)))
            {
                return string.Create(CultureInfo.InvariantCulture, $"output {i} is {distance / largest:E1} of the largest value away, noise {answer.Noise:E1}");
            }
        }

        return null;
    }

    private static string? Parameters(KerasAnswer answer, Type type)
    {
        ModelSummary summary = Summary(type);
        return summary.TotalParameters == answer.Parameters ? null : $"{summary.TotalParameters} parameters, Keras {answer.Parameters}";
    }

    /// <summary>What is known of a compiled model.</summary>
    public static ModelSummary Summary(Type type) => (ModelSummary)type.GetProperty("Architecture", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    // Saved and read back, the weights are the same, and so is what the file says of the layers.
    private static string? Saved(KerasFileSet files, string name, KerasDeclaration declaration, Type type)
    {
        string path = Path.Combine(Path.GetTempPath(), $"cnngen-{Guid.NewGuid():N}.keras");
        try
        {
            using var original = (torch.nn.Module)Activator.CreateInstance(type)!;
            using var copy = (torch.nn.Module)Activator.CreateInstance(type)!;
            ((INetwork)original).LoadKeras(files.Find(name, ".keras")!);
            ((INetwork)original).SaveKeras(path);
            ((INetwork)copy).LoadKeras(path);
            string? other = ((INetwork)original).GetWeights().Zip(((INetwork)copy).GetWeights())
                .Where(static pair => !IsSame(pair.First, pair.Second)).Select(static pair => pair.First.Name).FirstOrDefault();
            string[] before = Attributes(declaration);
            string[] after = Attributes(KerasFormat.Declare(path));
            int line = Enumerable.Range(0, Math.Max(before.Length, after.Length)).FirstOrDefault(i => before.ElementAtOrDefault(i) != after.ElementAtOrDefault(i), -1);
            return other is not null ? $"saved and read back, {other} differs"
                : line >= 0 ? $"saved and declared again, '{before.ElementAtOrDefault(line)}' is '{after.ElementAtOrDefault(line)}'"
                : null;
        }
        finally
        {
            File.Delete(path);
        }
    }

    // What was left out the first time is not told of the second time.
    private static string[] Attributes(KerasDeclaration declaration) => [.. declaration.Text.Split('\n').Where(static line => !line.StartsWith("//", StringComparison.Ordinal))];

    private static bool IsSame(Weight a, Weight b) => a.Values switch
    {
        float[] numbers => numbers.AsSpan().SequenceEqual((float[])b.Values),
        long[] counts => counts.AsSpan().SequenceEqual((long[])b.Values),
        _ => false,
    };

    private static torch.Tensor[] Run(torch.nn.Module module, object[] inputs)
    {
        MethodInfo forward = module.GetType().GetMethod("forward", [.. inputs.Select(_ => typeof(torch.Tensor))])!;
        object output = forward.Invoke(module, inputs)!;
        return output is ITuple several ? [.. Enumerable.Range(0, several.Length).Select(i => (torch.Tensor)several[i]!)] : [(torch.Tensor)output];
    }

    private static torch.Tensor Tensor(KerasTensor tensor, bool isChannelsFirst)
    {
        torch.Tensor values = torch.tensor(tensor.Values).reshape([.. tensor.Shape.Select(static size => (long)size)]);
        int rank = tensor.Shape.Length;
        return isChannelsFirst || rank < 3 ? values : values.permute([0, rank - 1, .. Enumerable.Range(1, rank - 2).Select(static axis => (long)axis)]);
    }

    private static long[] ToLast(int rank) => [0, .. Enumerable.Range(2, rank - 2).Select(static axis => (long)axis), 1];
}
