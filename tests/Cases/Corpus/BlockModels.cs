namespace CnnGen.Generator.Tests;

/// <summary>A network put together of blocks, and the same written out by hand.</summary>
/// <param name="Blocks">The one.</param>
/// <param name="ByHand">The other, without blocks.</param>
internal sealed record BlockModel(string Blocks, string ByHand)
{
    /// <summary>A model, and the blocks that it uses.</summary>
    public static BlockModel Of(string shape, string layers, string blocks, string byHand) => new(
        $"[Model]\n[Input({shape})]\n{layers}\npublic partial class Cnn;\n\n{blocks}",
        $"[Model]\n[Input({shape})]\n{byHand}\npublic partial class Cnn;");
}

/// <summary>Networks of blocks.</summary>
internal static class BlockModels
{
    private const string Stage = """
        [Block]
        [Conv2D(4, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = "mid")]
        [MaxPooling2D]
        internal sealed class Stage;

        """;

    private const string Decoder = """
        [Block]
        [Input("skip")]
        [UpSampling2D]
        [Conv2D(Arg.Filters, 2, Padding = Pad.Same, Name = "wide")]
        [Concatenate("skip", "wide")]
        [Conv2D(Arg.Filters, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
        internal sealed class Decoder;

        """;

    public static IReadOnlyDictionary<string, BlockModel> All { get; } = new Dictionary<string, BlockModel>
    {
        ["InnerLayer"] = BlockModel.Of("16, 16, 1", """
            [Use<Stage>(Name = "s1")]
            [Use<Stage>(Name = "s2")]
            [UpSampling2D]
            [Concatenate("s2.mid")]
            [Conv2D(1, 1)]
            """, Stage, """
            [Conv2D(4, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
            [MaxPooling2D]
            [Conv2D(4, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = "mid")]
            [MaxPooling2D]
            [UpSampling2D]
            [Concatenate("mid")]
            [Conv2D(1, 1)]
            """),
        ["InnerLayers"] = BlockModel.Of("16, 16, 2", """
            [Use<Stage>(Name = "s", Times = 2)]
            [Use<Outer>(Name = "t")]
            [Reuse("t.inner.mid", From = "s.mid")]
            [MaxPooling2D]
            [Add("s_1.mid")]
            [MaxPooling2D]
            [MaxPooling2D]
            [Add("t")]
            """, Stage + "[Block, Use<Stage>(Name = \"inner\")] internal sealed class Outer;", """
            [Conv2D(4, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = "first")]
            [MaxPooling2D]
            [Conv2D(4, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = "second")]
            [MaxPooling2D]
            [Conv2D(4, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = "third")]
            [MaxPooling2D(Name = "t")]
            [Reuse("third", From = "first")]
            [MaxPooling2D]
            [Add("second")]
            [MaxPooling2D]
            [MaxPooling2D]
            [Add("t")]
            """),
        ["Decoder"] = BlockModel.Of("\"image\", 8, 8, 1", """
            [Use<Stage>(Name = "down1")]
            [Use<Stage>(Name = "down2")]
            [Use<Decoder>("down2.mid", Filters = 3)]
            [Use<Decoder>("down1.mid", Filters = 2)]
            """, Stage + Decoder, """
            [Conv2D(4, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = "down1")]
            [MaxPooling2D]
            [Conv2D(4, 3, Padding = Pad.Same, Activation = Activation.ReLU, Name = "down2")]
            [MaxPooling2D]
            [UpSampling2D]
            [Conv2D(3, 2, Padding = Pad.Same, Name = "up2")]
            [Concatenate("down2", "up2")]
            [Conv2D(3, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
            [UpSampling2D]
            [Conv2D(2, 2, Padding = Pad.Same, Name = "up1")]
            [Concatenate("down1", "up1")]
            [Conv2D(2, 3, Padding = Pad.Same, Activation = Activation.ReLU)]
            """),
        ["Pyramid"] = BlockModel.Of("8, 8, 3", """
            [Conv2D(4, 3, Padding = Pad.Same, Name = "c2")]
            [Conv2D(5, 3, Strides = 2, Padding = Pad.Same, Name = "c3")]
            [Conv2D(6, 3, Strides = 2, Padding = Pad.Same, Name = "c4")]
            [Conv2D(2, 1, Name = "p4")]
            [Use<Level>("c3", Filters = 2, Name = "p3")]
            [Use<Level>("c2", From = "p3.sum", Filters = 2, Name = "p2")]
            [Use<Three>("p3", "p4", From = "p2")]
            """, """
            [Block]
            [Input("bottom")]
            [UpSampling2D(Name = "top")]
            [Use<Lateral>(From = "bottom", Filters = Arg.Filters)]
            [Add("top", Name = "sum")]
            [Conv2D(Arg.Filters, 3, Padding = Pad.Same)]
            internal sealed class Level;

            [Block, Conv2D(Arg.Filters, 1)] internal sealed class Lateral;

            [Block, Input("half"), Input("quarter")]
            [Use<Pair>("half", Filters = 2)]
            [MaxPooling2D(Name = "pooled")]
            [Concatenate("quarter", "pooled")]
            internal sealed class Three;

            [Block, Input("skip"), MaxPooling2D, Subtract("skip"), Conv2D(Arg.Filters, 1)] internal sealed class Pair;
            """, """
            [Conv2D(4, 3, Padding = Pad.Same, Name = "c2")]
            [Conv2D(5, 3, Strides = 2, Padding = Pad.Same, Name = "c3")]
            [Conv2D(6, 3, Strides = 2, Padding = Pad.Same, Name = "c4")]
            [Conv2D(2, 1, Name = "p4")]
            [UpSampling2D(Name = "top3")]
            [Conv2D(2, 1, From = "c3")]
            [Add("top3", Name = "sum3")]
            [Conv2D(2, 3, Padding = Pad.Same, Name = "p3")]
            [UpSampling2D(From = "sum3", Name = "top2")]
            [Conv2D(2, 1, From = "c2")]
            [Add("top2")]
            [Conv2D(2, 3, Padding = Pad.Same)]
            [MaxPooling2D]
            [Subtract("p3")]
            [Conv2D(2, 1)]
            [MaxPooling2D(Name = "pooled")]
            [Concatenate("p4", "pooled")]
            """),
        ["Arithmetic"] = BlockModel.Of("8, 8, 1", """
            [Use<Inverted>(Filters = 6, Expansion = 3, Rate = 0.1)]
            """, """
            [Block]
            [Conv2D(Arg.Filters / 2, 1)]
            [Conv2D(Arg.Filters + 16, Arg.Filters / 2, Padding = Pad.Same)]
            [Conv2D(2 * Arg.Filters, 1)]
            [Dropout(Arg.Rate * 2)]
            [Use<Wide>(Filters = Arg.Filters * Arg.Expansion)]
            internal sealed class Inverted;

            [Block, Conv2D(Sizes.Part, 3), Reshape(-1, Arg.Filters - 6)] internal sealed class Wide;

            internal static class Sizes { internal const int Part = (int)(Arg.Filters * 0.7); }
            """, """
            [Conv2D(3, 1)]
            [Conv2D(22, 3, Padding = Pad.Same)]
            [Conv2D(12, 1)]
            [Dropout(0.2)]
            [Conv2D(12, 3)]
            [Reshape(-1, 12)]
            """),
        ["Repeated"] = BlockModel.Of("8, 8, 2", """
            [Use<Injected>("input", Filters = 2, Times = 3)]
            """, "[Block, Input(\"start\"), Conv2D(Arg.Filters, 3, Padding = Pad.Same), Add(\"start\")] internal sealed class Injected;", """
            [Conv2D(2, 3, Padding = Pad.Same)]
            [Add("input")]
            [Conv2D(2, 3, Padding = Pad.Same)]
            [Add("input")]
            [Conv2D(2, 3, Padding = Pad.Same)]
            [Add("input")]
            """),
    };
}
