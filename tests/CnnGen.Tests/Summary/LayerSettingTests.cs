namespace CnnGen.Tests;

public class LayerSettingTests
{
    [Fact]
    public void Compares_name_and_value()
    {
        new LayerSetting("strides", 2, 2).ShouldBe(new LayerSetting("strides", 2, 2));
        new LayerSetting("strides", 2, 2).ShouldNotBe(new LayerSetting("strides", 2, 1));
        new LayerSetting("strides", 2, 2).ShouldNotBe(new LayerSetting("dilation", 2, 2));
        new LayerSetting("activation", "ReLU").ShouldNotBe(new LayerSetting("activation", "ELU"));
        new LayerSetting("strides", 2, 2).GetHashCode().ShouldBe(new LayerSetting("strides", 2, 2).GetHashCode());
    }

    [Fact]
    public void Prints_as_it_is_written()
    {
        new LayerSetting("epsilon", 0.001).ToString().ShouldBe("epsilon: 0.001");
        new LayerSetting("padding", 0, 1, 0, 1).ToString().ShouldBe("padding: 0, 1, 0, 1");
        new LayerSetting("activation", "ReLU").ToString().ShouldBe("activation: ReLU");
    }

    [Fact]
    public void Two_rows_differ_if_their_settings_do()
    {
        LayerSummary row = new("conv2d", "Conv2D", [4, 4, 2], 8, 8, 8, 8, 3, []);

        row.ShouldBe(row with { Settings = [] });
        row.ShouldNotBe(row with { Settings = [new LayerSetting("strides", 2, 2)] });
    }
}
