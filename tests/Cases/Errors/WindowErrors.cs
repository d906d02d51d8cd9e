namespace CnnGen.Generator.Tests;

/// <summary>Mistakes with layers that move a window over steps, images and volumes, or change their edges.</summary>
internal static class WindowErrors
{
    public static IEnumerable<ErrorCase> All => [.. Ranges, .. Paddings, .. Fits, .. Ranks, .. Edges];

    private static IEnumerable<ErrorCase> Ranges =>
    [
        Steps("CNN104", "Conv1DKernel", "[Conv1D(3, [|0|])]", "[Conv1D(3, 1)]", "conv1d: kernelSize must be at least 1, but is 0"),
        Volume("CNN104", "Conv3DStridesHeight", "[Conv3D(3, 2, [|StridesHeight = 0|])]", "[Conv3D(3, 2, StridesHeight = 1)]", "conv3d: StridesHeight"),
        Volume("CNN104", "Conv3DKernelDepth", "[Conv3D(3, [|-2|], 1, 1)]", "[Conv3D(3, 2, 1, 1)]", "conv3d: kernelDepth", "but is -2"),
        Image("CNN104", "DepthMultiplier", "[DepthwiseConv2D(3, [|DepthMultiplier = 0|])]", "[DepthwiseConv2D(3, DepthMultiplier = 1)]", "depthwise_conv2d: DepthMultiplier"),
        Image("CNN104", "SeparableFilters", "[SeparableConv2D([|0|], 3)]", "[SeparableConv2D(1, 3)]", "separable_conv2d: filters"),
        Volume("CNN104", "Pool3D", "[AveragePooling3D(2, 2, [|0|])]", "[AveragePooling3D(2, 2, 1)]", "average_pooling3d: poolWidth"),
        Image("CNN104", "UpSamplingSize", "[UpSampling2D([|0|])]", "[UpSampling2D(1)]", "up_sampling2d: size must be at least 1"),
        Image("CNN104", "UpSamplingSizeWidth", "[UpSampling2D(2, [|-1|])]", "[UpSampling2D(2, 1)]", "up_sampling2d: sizeWidth"),
        Image("CNN104", "ZeroPadding", "[ZeroPadding2D([|-1|])]", "[ZeroPadding2D(0)]", "zero_padding2d: padding must be at least 0, but is -1"),
        Image("CNN104", "ZeroPaddingLeft", "[ZeroPadding2D(1, 1, [|-3|], 1)]", "[ZeroPadding2D(1, 1, 0, 1)]", "zero_padding2d: left"),
        Steps("CNN104", "OutputPadding",
            "[Conv1DTranspose(3, 3, Strides = 2, [|OutputPadding = 2|])]", "[Conv1DTranspose(3, 3, Strides = 2, OutputPadding = 1)]",
            "conv1d_transpose: OutputPadding must be at least 0 and less than the stride 2, but is 2"),
        Image("CNN104", "OutputPaddingForBothAxes",
            "[Conv2DTranspose(3, 3, Strides = 2, [|OutputPadding = 2|])]", "[Conv2DTranspose(3, 3, Strides = 3, OutputPadding = 2)]",
            "conv2d_transpose: OutputPadding"),
        Image("CNN104", "OutputPaddingWidth",
            "[Conv2DTranspose(3, 3, Strides = 3, StridesWidth = 1, OutputPadding = 2, [|OutputPaddingWidth = 1|])]",
            "[Conv2DTranspose(3, 3, Strides = 3, StridesWidth = 1, OutputPadding = 2, OutputPaddingWidth = 0)]",
            "conv2d_transpose: OutputPaddingWidth must be at least 0 and less than the stride 1, but is 1"),
        Image("CNN104", "NothingLeftOfOnePixel",
            """
                [GlobalMaxPooling2D(KeepDims = true)]
                [Conv2DTranspose(3, 2, Strides = 2, Padding = Pad.Same, [|OutputPadding = 0|])]
                """,
            """
                [GlobalMaxPooling2D(KeepDims = true)]
                [Conv2DTranspose(3, 2, Strides = 2, Padding = Pad.Same)]
                """,
            "conv2d_transpose: OutputPadding must be at least 1", "1×1×1", "28×28×1 → global_max_pooling2d 1×1×1"),
        Image("CNN105", "Interpolation",
            "[UpSampling2D([|Interpolation = (Interpolation)9|])]", "[UpSampling2D(Interpolation = Interpolation.Bilinear)]",
            "up_sampling2d", "Interpolation.Nearest or Interpolation.Bilinear"),
        Volume("CNN106", "StridesWithDilationInSpace",
            "[Conv3D(3, 2, Strides = 2, Dilation = 1, [|DilationHeight = 2|])]", "[Conv3D(3, 2, Strides = 2)]",
            "conv3d", "strides 2", "dilation 1×2×1"),
        Volume("CNN107", "GroupsOfVolume", "[Conv3D(4, 2, [|Groups = 4|])]", "[Conv3D(4, 2, Groups = 2)]", "conv3d: 4 groups", "2 channels"),
    ];

    private static IEnumerable<ErrorCase> Paddings =>
    [
        Image("CNN104", "CausalImage", "[Conv2D(3, 3, [|Padding = Pad.Causal|])]", "[Conv2D(3, 3, Padding = Pad.Same)]", "conv2d: Padding must be Pad.Valid or Pad.Same", "Pad.Causal"),
        Steps("CNN104", "CausalPooling", "[MaxPooling1D([|Padding = Pad.Causal|])]", "[MaxPooling1D(Padding = Pad.Same)]", "max_pooling1d: Padding"),
        Steps("CNN104", "CausalDepthwise", "[DepthwiseConv1D(3, [|Padding = Pad.Causal|])]", "[SeparableConv1D(4, 3, Padding = Pad.Causal)]", "depthwise_conv1d: Padding"),
        Steps("CNN104", "CausalTranspose", "[Conv1DTranspose(3, 3, [|Padding = Pad.Causal|])]", "[Conv1DTranspose(3, 3, Padding = Pad.Same)]", "conv1d_transpose: Padding"),
        Steps("CNN105", "PaddingOfSteps", "[Conv1D(3, 3, [|Padding = (Pad)5|])]", "[Conv1D(3, 3, Padding = Pad.Causal)]", "Pad.Valid, Pad.Same or Pad.Causal"),
    ];

    private static IEnumerable<ErrorCase> Fits =>
    [
        Steps("CNN101", "KernelOfSteps", """
            [MaxPooling1D(4)]
            [Conv1D(3, [|5|])]
            """, """
            [MaxPooling1D(4)]
            [Conv1D(3, 3)]
            """,
            "conv1d cannot fit: a kernel of 5 with padding 'valid' needs at least 5, but 3×4 comes in (12×4 → max_pooling1d 3×4)", "a kernel of at most 3."),
        Steps("CNN101", "PoolOfSteps", "[AveragePooling1D([|13|])]", "[AveragePooling1D(12)]", "average_pooling1d cannot fit: a pool of 13"),
        Volume("CNN101", "KernelOfVolume", "[Conv3D(3, 2, 2, [|9|])]", "[Conv3D(3, 2, 2, 8)]", "conv3d cannot fit: a 2×2×9 kernel", "5×6×8×2 comes in", "at most 2×2×8"),
        Volume("CNN101", "DilatedKernelOfVolume", "[Conv3D(3, [|3|], Dilation = 3)]", "[Conv3D(3, 3, Dilation = 2)]", "a 3×3×3 kernel with dilation 3", "at least 7×7×7", "at most 2×2×3"),
        Image("CNN101", "DepthwiseKernel", """
            [MaxPooling2D(14)]
            [DepthwiseConv2D([|3|])]
            """, """
            [MaxPooling2D(14)]
            [DepthwiseConv2D(2)]
            """, "depthwise_conv2d cannot fit"),
        Image("CNN101", "SeparableKernel", """
            [MaxPooling2D(14)]
            [SeparableConv2D(3, [|3|])]
            """, """
            [MaxPooling2D(14)]
            [SeparableConv2D(3, 3, Padding = Pad.Same)]
            """, "separable_conv2d cannot fit"),
    ];

    private static IEnumerable<ErrorCase> Ranks =>
    [
        Image("CNN102", "StepsOfImage", "[[|Conv1D(3, 3)|]]", "[Conv2D(3, 3)]", "conv1d needs a sequence of steps and channels, but 28×28×1 comes in", "Use Conv2D"),
        Image("CNN102", "VolumeOfImage", "[[|MaxPooling3D|]]", "[MaxPooling2D]", "max_pooling3d needs a volume of depth, height, width and channels", "Use MaxPooling2D"),
        Steps("CNN102", "GlobalPoolingOfSteps", """
            [Conv1D(3, 3)]
            [[|GlobalAveragePooling2D|]]
            """, """
            [Conv1D(3, 3)]
            [GlobalAveragePooling1D]
            """, "global_average_pooling2d needs", "10×3", "12×4 → conv1d 10×3", "Use GlobalAveragePooling1D"),
        Image("CNN102", "UpSamplingOfVector", """
            [Flatten]
            [[|UpSampling2D|]]
            """, """
            [UpSampling2D]
            [Flatten]
            """, "up_sampling2d needs a map", "a vector of 784", "Move it above flatten"),
        Volume("CNN102", "CroppingOfVolume", """
            [Conv3D(3, 2)]
            [[|Cropping1D|]]
            """, """
            [Conv3D(3, 2)]
            [Cropping3D]
            """, "cropping1d needs", "Use Cropping3D"),
        Steps("CNN102", "SeparableOfSteps", """
            [Conv1D(3, 1)]
            [[|SeparableConv2D(3, 3)|]]
            """, """
            [Conv1D(3, 1)]
            [SeparableConv1D(3, 3)]
            """, "Use SeparableConv1D"),
        new("CNN103", "ChannelsOfStepsForgotten",
            """
                [Model]
                [Input([|100|])]
                [Conv1D(8, 3)]
                public partial class Cnn;
                """,
            """
                [Model]
                [Input(100, 1)]
                [Conv1D(8, 3)]
                public partial class Cnn;
                """,
            "(100)", "no channels", "[Input(100, 1)] for one channel"),
    ];

    private static IEnumerable<ErrorCase> Edges =>
    [
        Image("CNN104", "CroppingRows", """
            [MaxPooling2D(7)]
            [Cropping2D(2, [|2|], 0, 0)]
            """, """
            [MaxPooling2D(7)]
            [Cropping2D(2, 1, 0, 0)]
            """,
            "cropping2d: top + bottom must be at most 3, because 4×4×1 comes in (28×28×1 → max_pooling2d 4×4×1), but is 4"),
        Image("CNN104", "CroppingAllSides", "[Cropping2D([|14|])]", "[Cropping2D(13)]", "cropping2d: top + bottom must be at most 27"),
        Steps("CNN104", "DefaultCropping", """
            [MaxPooling1D(6)]
            [[|Cropping1D|]]
            """, """
            [MaxPooling1D(6)]
            [Cropping1D(1, 0)]
            """, "cropping1d: left + right must be at most 1"),
        Volume("CNN104", "NegativeCropping", "[Cropping3D(0, [|-1|], 0)]", "[Cropping3D(0, 1, 0)]", "cropping3d: height must be at least 0"),
        Image("CNN110", "UpSamplingOverflow", "[[|UpSampling2D(2000000000)|]]", "[UpSampling2D(20)]", "up_sampling2d is too large"),
        Image("CNN110", "PaddingOverflow", "[[|ZeroPadding2D(2147483647)|]]", "[ZeroPadding2D(214)]", "zero_padding2d is too large"),
        Image("CNN110", "TransposeOverflow", "[[|Conv2DTranspose(8, 3, Strides = 100000000)|]]", "[Conv2DTranspose(8, 3, Strides = 10)]", "conv2d_transpose is too large"),
    ];

    private static ErrorCase Image(string id, string name, string wrong, string right, params string[] saying) =>
        new(id, name, ErrorCases.Image(wrong), ErrorCases.Image(right), saying);

    private static ErrorCase Steps(string id, string name, string wrong, string right, params string[] saying) =>
        new(id, name, Model("12, 4", wrong), Model("12, 4", right), saying);

    private static ErrorCase Volume(string id, string name, string wrong, string right, params string[] saying) =>
        new(id, name, Model("5, 6, 8, 2", wrong), Model("5, 6, 8, 2", right), saying);

    private static string Model(string input, string layers) => $"[Model]\n[Input({input})]\n{layers}\npublic partial class Cnn;\n";
}
