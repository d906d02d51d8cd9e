using System.Reflection;

namespace CnnGen.Tests;

public sealed class AttributeTests
{
    public static TheoryData<Type> Attributes =>
        [.. typeof(ModelAttribute).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(Attribute)) && !type.IsAbstract)];

    public static TheoryData<Type> Layers =>
        [.. typeof(ModelAttribute).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(LayerAttribute)))];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Attributes_stand_on_classes_and_are_not_inherited(Type attribute)
    {
        AttributeUsageAttribute usage = attribute.GetCustomAttribute<AttributeUsageAttribute>(inherit: false)!;

        usage.ValidOn.ShouldBe(AttributeTargets.Class);
        usage.Inherited.ShouldBeFalse();
        Type[] repeated = [typeof(ExpectAttribute), typeof(InputAttribute), typeof(OutputAttribute), typeof(InputDataAttribute), typeof(TargetDataAttribute)];
        usage.AllowMultiple.ShouldBe(attribute.IsSubclassOf(typeof(LayerAttribute)) || repeated.Contains(attribute));
        attribute.IsSealed.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Every_layer_can_have_a_name(Type layer) => layer.GetProperty(nameof(LayerAttribute.Name))!.CanWrite.ShouldBeTrue();

    [Fact]
    public void Defaults_of_a_convolution_are_Kerass()
    {
        var layer = new Conv2DAttribute(32, 3, 5);

        (layer.Filters, layer.KernelHeight, layer.KernelWidth).ShouldBe((32, 3, 5));
        (layer.Strides, layer.StridesWidth, layer.Dilation, layer.DilationWidth, layer.Groups).ShouldBe((1, 1, 1, 1, 1));
        (layer.Padding, layer.Activation, layer.UseBias, layer.KernelInitializer).ShouldBe((Pad.Valid, Activation.Linear, true, Initializer.GlorotUniform));
        new Conv2DAttribute(8, 3) { Strides = 2, Dilation = 3 }.ShouldSatisfyAllConditions(
            other => other.KernelWidth.ShouldBe(3), other => other.StridesWidth.ShouldBe(2), other => other.DilationWidth.ShouldBe(3));
    }

    [Fact]
    public void A_pooling_steps_by_its_window()
    {
        var square = new MaxPooling2DAttribute();
        (square.PoolHeight, square.PoolWidth, square.Strides, square.StridesWidth, square.Padding).ShouldBe((2, 2, 2, 2, Pad.Valid));

        var wide = new AveragePooling2DAttribute(2, 3);
        (wide.Strides, wide.StridesWidth).ShouldBe((2, 3));
        var overlapping = new AveragePooling2DAttribute(2, 3) { Strides = 1 };
        (overlapping.Strides, overlapping.StridesWidth).ShouldBe((1, 1));
    }

    [Fact]
    public void Defaults_of_the_other_layers_are_Kerass()
    {
        var normalization = new BatchNormalizationAttribute();
        (normalization.Momentum, normalization.Epsilon, normalization.Center, normalization.Scale).ShouldBe((0.99, 0.001, true, true));
        var dense = new DenseAttribute(10);
        (dense.Units, dense.Activation, dense.UseBias, dense.InputFeatures).ShouldBe((10, Activation.Linear, true, 0));
        new LeakyReLUAttribute().NegativeSlope.ShouldBe(0.3);
        new ELUAttribute().Alpha.ShouldBe(1);
        new GlobalAveragePooling2DAttribute().KeepDims.ShouldBeFalse();
        new InputAttribute(28, 28, 1).Format.ShouldBe(DataFormat.ChannelsLast);
    }

    [Theory]
    [InlineData(Optimizer.SGD, 0.01, 0)]
    [InlineData(Optimizer.Adam, 0.001, 0)]
    [InlineData(Optimizer.AdamW, 0.001, 0.004)]
    [InlineData(Optimizer.RMSprop, 0.001, 0)]
    [InlineData(Optimizer.Nadam, 0.001, 0)]
    [InlineData(Optimizer.Adamax, 0.001, 0)]
    [InlineData(Optimizer.Adagrad, 0.001, 0)]
    [InlineData(Optimizer.Adadelta, 0.001, 0, 0.95)]
    [InlineData(Optimizer.Lion, 0.001, 0, 0.9, 0.99)]
    public void Defaults_of_the_optimizers_are_Kerass(
        Optimizer optimizer, double learningRate, double weightDecay, double rho = 0.9, double beta2 = 0.999)
    {
        var training = new TrainingAttribute<Mnist> { Optimizer = optimizer };

        (training.LearningRate, training.WeightDecay).ShouldBe((learningRate, weightDecay));
        (training.Beta1, training.Beta2, training.Epsilon, training.Rho, training.Momentum, training.Nesterov).ShouldBe((0.9, beta2, 1e-7, rho, 0, false));
        training.InitialAccumulatorValue.ShouldBe(0.1);
        (training.BatchSize, training.Epochs, training.ValidationSplit, training.Shuffle).ShouldBe((32, 1, 0, true));
        (training.Loss, training.Metrics).ShouldBe((Loss.Auto, Metrics.Accuracy));
    }

    [Fact]
    public void Defaults_of_losses_and_metrics_are_Kerass()
    {
        var training = new TrainingAttribute<Mnist>();

        (training.Delta, training.Alpha, training.Gamma, training.TopK).ShouldBe((1, 0.25, 2, 5));
        (training.CustomLoss, training.CustomMetrics.Length).ShouldBe((null, 0));
    }

    [Fact]
    public void What_is_set_is_what_is_read()
    {
        var training = new TrainingAttribute<Mnist> { Optimizer = Optimizer.AdamW, LearningRate = 0.5, WeightDecay = 0 };

        (training.LearningRate, training.WeightDecay).ShouldBe((0.5, 0));
    }
}
