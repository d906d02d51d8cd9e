using System;
using System.Collections.Generic;
using System.Linq;
using CnnGen.Generator.Layers.Maps;
using CnnGen.Generator.Problems;
using CnnGen.Generator.Shapes;
using CnnGen.Generator.Text;

namespace CnnGen.Generator.Layers.Normalization;

/// <summary>Each place along the axes less its mean, by its standard deviation: numbers that are given, or taken from the data.</summary>
internal sealed record NormalizationLayer : Layer
{
    private const string AxisArgument = "axis";
    private const string MeanArgument = "Mean";
    private const string VarianceArgument = "Variance";

    // Keras's: what does not vary is not divided by nothing.
    private const double SmallestDeviation = 1e-7;

    public override string ClassName => "Normalization";

    // None for the channels.
    private EquatableArray<int> Axes { get; init; } = EquatableArray<int>.Empty;

    private EquatableArray<double>? Mean { get; init; }

    private EquatableArray<double>? Variance { get; init; }

    private bool Invert { get; init; }

    public override Layer Read(Arguments arguments)
    {
        Fix[] fixes = [LeaveBothOut(arguments.Attribute, arguments.Has)];
        EquatableArray<double>? mean = arguments.Reals(MeanArgument, Range.Float, fixes);
        EquatableArray<double>? variance = arguments.Reals(VarianceArgument, Range.AtLeast(0), fixes);
        CheckPair(arguments, mean, variance, fixes);
        return this with
        {
            Axes = arguments.Integers(AxisArgument) ?? EquatableArray<int>.Empty,
            Mean = mean,
            Variance = variance,
            Invert = arguments.Flag("Invert", false),
        };
    }

    public override bool KeepsShape => true;

    public override Shape? Output(Shape input, LayerSite site)
    {
        if (!Axes.All(axis => AxisRules.Resolve(axis, AxisArgument, input, site) is not null))
        {
            return null;
        }

        long places = Features(input);
        if (Mean is not { } mean || mean.Count == 1 || mean.Count == places)
        {
            return input;
        }

        Fix[] fixes = [LeaveBothOut(site.Attribute, static _ => true)];
        site.Report(RuleIds.OutOfRange, MeanArgument, fixes, site.Name, MeanArgument,
            $"one number, or one for each of the {Words.Text(places)} places along its axes in {input.Text}, which comes in ({site.Trace})",
            Words.Count(mean.Count, "number", "numbers"));
        return null;
    }

    // Mean, variance, and how many values they are of.
    public override long Parameters(Shape input) => Mean is null ? checked((Features(input) * 2) + 1) : 0;

    public override long FrozenParameters(Shape input) => Parameters(input);

    public override IReadOnlyList<ModuleCode> Modules(string field, Shape input)
    {
        if (Mean is not null)
        {
            return [];
        }

        string sizes = Literals.Longs(Places(input).Select(place => (long)input.Dimensions[place]).ToArray());
        return
        [
            new ModuleCode(
                Library.Tensors,
                $"new {Library.Tensors}({Literals.String(ClassName)})"
                + $".Buffer(\"mean\", {Torch.Root}.zeros({sizes})).Buffer(\"variance\", {Torch.Root}.ones({sizes}))"
                + $".Buffer(\"count\", {Torch.Root}.zeros(new long[0], {Torch.Root}.int64))",
                $"{field}[\"mean\"].device", [], "Until they are adapted to the data, a mean of 0 and a variance of 1 change nothing."),
        ];
    }

    public override void Describe(LayerSettings settings, Shape input)
    {
        settings.AddAxes(AxisArgument, Places(input), input.ChannelAxis);
        if (Mean is { } mean && Variance is { } variance)
        {
            settings.Add("mean", mean.ToArray());
            settings.Add("variance", variance.ToArray());
        }

        settings.AddUnless(0, "invert", Invert ? 1 : 0);
    }

    public override void Forward(ForwardCode code)
    {
        if (Invert)
        {
            code.Next("scaled", $"{code.Value} * {Deviations(code)}");
            code.Next("", $"{code.Value} + {Means(code)}");
        }
        else
        {
            code.Next("centred", $"{code.Value} - {Means(code)}");
            code.Next("", $"{code.Value} / {Deviations(code)}");
        }
    }

    private string Means(ForwardCode code) => Numbers(code, "mean", Mean, static value => value);

    private string Deviations(ForwardCode code) => Variance is null
        ? $"{Numbers(code, "variance", null, static value => value)}.sqrt().clamp_min({Literals.Double(SmallestDeviation)})"
        : Numbers(code, "variance", Variance, static value => Math.Max(Math.Sqrt(value), SmallestDeviation));

    // Neither says anything without the other.
    private static Fix LeaveBothOut(int attribute, Func<string, bool> isWritten) => new($"Leave {MeanArgument} and {VarianceArgument} out",
        new[] { MeanArgument, VarianceArgument }.Where(isWritten).Select(name => Edit.Unset(attribute, name)).ToArray());

    private static void CheckPair(Arguments arguments, EquatableArray<double>? mean, EquatableArray<double>? variance, IEnumerable<Fix> fixes)
    {
        if (arguments.IsFaulty)
        {
            return;
        }

        if (mean is null != variance is null)
        {
            (string alone, string other) = variance is null ? (MeanArgument, VarianceArgument) : (VarianceArgument, MeanArgument);
            arguments.OutOfRange(alone, $"given together with {other}", "alone");
        }
        else if (mean is { } means && variance is { } variances && (means.Count == 0 || means.Count != variances.Count))
        {
            arguments.OutOfRange(VarianceArgument, $"as many numbers as {MeanArgument} has, at least one", Words.Count(variances.Count, "number", "numbers"), fixes);
        }
    }

    // Tensors stand against the batch's: one is moved to where that is.
    private string Numbers(ForwardCode code, string name, EquatableArray<double>? given, Func<double, double> of)
    {
        Shape input = code.Node.Input;
        if (given is { Count: 1 } one)
        {
            return Literals.Double(of(one[0]));
        }

        // Several axes are kept in the order of the shape, and brought into the tensor's.
        List<int> places = Places(input);
        bool isInOrder = places.Count == 1 || AxisCode.IsAsWritten(input);
        IEnumerable<int> axes = Enumerable.Range(0, input.Rank);
        string sizes = AxisCode.Order((isInOrder ? axes.OrderBy(input.TensorAxis) : axes)
            .Select(place => places.Contains(place) ? input.Dimensions[place] : 1)
            .Prepend(1));
        string values = given is { } numbers
            ? $"{Torch.Root}.tensor(new float[] {{ {string.Join(", ", numbers.Select(number => Literals.Float((float)of(number))))} }}, "
                + $"new long[] {{ {sizes} }}, {Torch.Root}.float32, {code.Value}.device)"
            : $"{code.Field}[{Literals.String(name)}].reshape({sizes})";
        return isInOrder ? values : $"{values}.permute({AxisCode.ToTensor(input)})";
    }

    // In the order of the shape, as Keras keeps them.
    private List<int> Places(Shape input) => Axes.Count == 0
        ? [input.ChannelAxis]
        : Axes.Select(axis => AxisRules.Place(axis, input)).Distinct().OrderBy(static place => place).ToList();

    private long Features(Shape input) => Places(input).Aggregate(1L, (product, place) => checked(product * input.Dimensions[place]));
}
