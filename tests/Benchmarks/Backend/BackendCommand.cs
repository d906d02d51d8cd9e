using System.CommandLine;
using TorchSharp;

namespace CnnGen.Benchmarks.Backend;

/// <summary><c>backend</c>: whether this machine computes convolutions right with the backend that was built in.</summary>
internal static class BackendCommand
{
    private const string TorchSharpName = "TorchSharp";

    public static Command Create()
    {
        var command = new Command("backend", "Compares the backend's convolutions with plain sums and says which are wrong; exits with 1 if one is.");
        command.SetAction(_ => Run());
        return command;
    }

    private static int Run()
    {
        string backend = typeof(torch).Assembly.GetName().Name!;
        Print("convolution", "forward", "input gradient", "weight gradient");
        int wrong = ConvolutionCase.All.Count(shape => !IsRight(shape));

        int all = ConvolutionCase.All.Count;
        Console.WriteLine(wrong == 0
            ? $"{backend} computes all {all} convolutions right on this machine."
            : $"{backend} computes {wrong} of {all} convolutions wrong on this machine.");
        if (wrong > 0 && backend == TorchSharpName)
        {
            Console.WriteLine("Try it with the environment variable ONEDNN_MAX_CPU_ISA=SSE41, and if all are right then, set it for your programs too.");
        }

        return wrong == 0 ? 0 : 1;
    }

    private static bool IsRight(ConvolutionCase shape)
    {
        var data = new ConvolutionData(shape);
        ConvolutionResult<float> computed = TorchConvolution.Compute(shape, data);
        ConvolutionResult<double> right = PlainConvolution.Compute(shape, data);
        Deviation forward = Deviation.Of(computed.Output, right.Output);
        Deviation input = Deviation.Of(computed.InputGradient, right.InputGradient);
        Deviation weight = Deviation.Of(computed.WeightGradient, right.WeightGradient);
        Print(shape, forward, input, weight);
        return !(forward.IsWrong || input.IsWrong || weight.IsWrong);
    }

    private static void Print(object shape, object forward, object input, object weight) =>
        Console.WriteLine($"{shape,-42} {forward,-16} {input,-16} {weight}");
}
