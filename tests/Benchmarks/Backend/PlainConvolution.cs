namespace CnnGen.Benchmarks.Backend;

/// <summary>The convolution as its definition has it: every product of a pixel and a weight, summed in double precision.</summary>
internal static class PlainConvolution
{
    public static ConvolutionResult<double> Compute(ConvolutionCase shape, ConvolutionData data)
    {
        var result = new ConvolutionResult<double>(
            new double[data.OutputGradient.Length], new double[data.Input.Length], new double[data.Weight.Length]);
        int plane = shape.OutputSize * shape.OutputSize;
        for (int output = 0; output < result.Output.Length; output++)
        {
            int image = output / plane / shape.Filters, filter = output / plane % shape.Filters;
            int row = output % plane / shape.OutputSize, column = output % shape.OutputSize;
            AddProducts(shape, data, result, output, image, filter, row * shape.Stride - shape.Padding, column * shape.Stride - shape.Padding);
        }

        return result;
    }

    private static void AddProducts(
        ConvolutionCase shape, ConvolutionData data, ConvolutionResult<double> result, int output, int image, int filter, int top, int left)
    {
        double gradient = data.OutputGradient[output], sum = 0;
        int firstChannel = filter / (shape.Filters / shape.Groups) * shape.GroupChannels;
        int weight = filter * shape.GroupChannels * shape.Kernel * shape.Kernel;
        for (int channel = firstChannel; channel < firstChannel + shape.GroupChannels; channel++)
        {
            for (int tap = 0; tap < shape.Kernel * shape.Kernel; tap++, weight++)
            {
                int row = top + tap / shape.Kernel * shape.Dilation, column = left + tap % shape.Kernel * shape.Dilation;
                if ((uint)row >= (uint)shape.Size || (uint)column >= (uint)shape.Size)
                {
                    continue;
                }

                int input = ((image * shape.Channels + channel) * shape.Size + row) * shape.Size + column;
                sum += (double)data.Input[input] * data.Weight[weight];
                result.InputGradient[input] += gradient * data.Weight[weight];
                result.WeightGradient[weight] += gradient * data.Input[input];
            }
        }

        result.Output[output] = sum;
    }
}
