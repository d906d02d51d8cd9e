namespace CnnGen.Tests.Reports;

/// <summary>What a report cannot be made of is said before anything is written.</summary>
public class RefusalTests
{
    [Fact]
    public void No_model() => Should.Throw<CnnGenException>(() => new TrainingReport()).Message.ShouldBe("A report needs at least one trained model.");

    [Fact]
    public void Data_without_classes()
    {
        var data = ImageDataset.FromTargets(4, 4, 1, 3, LabelKind.OneHot, new byte[16], new float[] { 1, 0, 0 });

        Should.Throw<CnnGenException>(() => Samples.Model(data: data)).Message
            .ShouldStartWith("The report of net needs images with a class index each, but this data set has labels of the kind OneHot");
    }

    [Fact]
    public void Images_of_another_size()
    {
        var data = ImageDataset.FromLabels(5, 5, 1, 3, new byte[25], new[] { 0 });

        Should.Throw<CnnGenException>(() => Samples.Model(data: data)).Message.ShouldContain("5×5×1");
    }

    [Fact]
    public void Models_measured_on_different_data() =>
        Should.Throw<CnnGenException>(() => new TrainingReport(Samples.Model("a"), Samples.Model("b", Guesser.Data((0, 0))))).Message
            .ShouldStartWith("a and b were measured on different data");

    [Fact]
    public void Two_models_of_one_name() =>
        Should.Throw<CnnGenException>(() => new TrainingReport(Samples.Model("a"), Samples.Model("a"))).Message.ShouldContain("Two models are called a");

    [Fact]
    public void A_file_that_cannot_be_written()
    {
        using var folder = new TemporaryFolder();

        Should.Throw<CnnGenException>(() => new TrainingReport(Samples.Model()).Write(folder.Path)).Message.ShouldContain("it is a folder");
    }
}
