namespace CnnGen.Generator.Tests;

/// <summary>Mistakes in layers that work on each value, on the order of the values, or on all values of an example or a batch.</summary>
internal static class ElementwiseErrors
{
    public static IEnumerable<ErrorCase> All =>
    [
        Range("ReLUMaxValue", "[ReLU([|MaxValue = -1|])]", "[ReLU(MaxValue = 1)]", "re_lu", "MaxValue", "at least 0", "but is -1"),
        Range("ReLUNegativeSlope", "[ReLU([|NegativeSlope = -0.5|])]", "[ReLU(NegativeSlope = 0.5)]", "re_lu", "NegativeSlope", "but is -0.5"),
        Range("ReLUThreshold", "[ReLU([|Threshold = -2|])]", "[ReLU(Threshold = 2)]", "re_lu", "Threshold", "but is -2"),
        Range("SpatialDropoutRate", "[SpatialDropout2D([|1.5|])]", "[SpatialDropout2D(0.5)]", "spatial_dropout2d", "rate", "but is 1.5"),
        Range("NoiseShapeCount", "[Dropout(0.2, [|NoiseShape = new[] { 1 }|])]", "[Dropout(0.2, NoiseShape = new[] { 1, 1, 1, 1 })]",
            "dropout", "the batch and for each of the 3 axes of 28×28×1", "but is (1)"),
        Range("NoiseShapeSize", "[Dropout(0.2, [|NoiseShape = new[] { -1, 14, 1, 1 }|])]", "[Dropout(0.2, NoiseShape = new[] { -1, 28, 1, 1 })]",
            "each 1, or -1 for the size that comes in", "but is (-1, 14, 1, 1)"),
        Range("AlphaDropoutRate", "[AlphaDropout([|-0.1|])]", "[AlphaDropout(0.1)]", "alpha_dropout", "rate", "but is -0.1"),
        Range("GaussianDropoutRate", "[GaussianDropout([|1|])]", "[GaussianDropout(0.5)]", "gaussian_dropout", "less than 1", "but is 1"),
        Range("GaussianNoise", "[GaussianNoise([|10|])]", "[GaussianNoise(0.1)]", "gaussian_noise", "stddev", "but is 10"),
        Range("LayerNormalizationEpsilon", "[LayerNormalization([|Epsilon = 0|])]", "[LayerNormalization(Epsilon = 1e-6)]",
            "layer_normalization", "Epsilon", "but is 0"),
        Range("GroupNormalizationGroups", "[GroupNormalization([|0|])]", "[GroupNormalization(-1)]",
            "group_normalization", "groups", "-1 for one group", "but is 0"),
        Range("ReshapeZero", "[Reshape([|28, 0|])]", "[Reshape(28, 28)]", "reshape", "targetShape", "(28, 0)"),
        Range("ReshapeTwoUnknown", "[Reshape([|-1, 1, -1|])]", "[Reshape(-1, 1)]", "reshape", "one of which may be -1", "(-1, 1, -1)"),
        Range("ReshapeNothing", "[[|Reshape|]]", "[Reshape(-1)]", "reshape", "targetShape", "()"),
        Range("PermuteTwice", "[Permute([|1, 1, 1|])]", "[Permute(1, 3, 2)]", "permute", "each of the numbers from 1 to 3, once", "(1, 1, 1)"),
        Range("PermuteFromTwo", "[Permute([|2|])]", "[Permute(2, 1, 3)]", "permute", "(2)"),
        Range("RepeatVector", """
            [Flatten]
            [RepeatVector([|0|])]
            """, """
            [Flatten]
            [RepeatVector(1)]
            """,
            "repeat_vector", "n must be at least 1", "but is 0"),
        Range("Rescaling", "[Rescaling([|double.NaN|])]", "[Rescaling(1.0 / 255)]", "rescaling", "scale", "NaN"),
        Range("RescalingOffset", "[Rescaling(1, [|Offset = double.NegativeInfinity|])]", "[Rescaling(1, Offset = -1)]", "rescaling", "Offset"),
        Range("NormalizationMeanAlone", "[Normalization([|Mean = new[] { 0.5 }|])]", "[Normalization(Mean = new[] { 0.5 }, Variance = new[] { 2.0 })]",
            "normalization", "Mean must be given together with Variance"),
        Range("NormalizationCounts", "[Normalization(Mean = new[] { 0.5 }, [|Variance = new[] { 1.0, 2 }|])]",
            "[Normalization(Mean = new[] { 0.5 }, Variance = new[] { 1.0 })]", "as many numbers as Mean has", "but is 2 numbers"),
        Range("NormalizationVariance", "[Normalization(Mean = new[] { 0.5 }, [|Variance = new[] { -1.0 }|])]",
            "[Normalization(Mean = new[] { 0.5 }, Variance = new[] { 0.0 })]", "normalization", "Variance must be at least 0", "but is -1"),
        Range("NormalizationPlaces", """
            [Conv2D(3, 1)]
            [Normalization([|Mean = new[] { 0.5, 1 }|], Variance = new[] { 1.0, 1 })]
            """, """
            [Conv2D(3, 1)]
            [Normalization(Mean = new[] { 0.5, 1, 2 }, Variance = new[] { 1.0, 1, 2 })]
            """,
            "one for each of the 3 places", "28×28×3", "but is 2 numbers"),
        Range("LayerScale", "[LayerScale([|double.NaN|])]", "[LayerScale(1)]", "layer_scale", "initialValue", "NaN"),
        Range("LocalResponseSize", "[LocalResponseNormalization([|0|])]", "[LocalResponseNormalization(1)]", "local_response_normalization", "size", "but is 0"),
        Range("StochasticDepth", "[StochasticDepth([|1|])]", "[StochasticDepth(0.9)]", "stochastic_depth", "less than 1", "but is 1"),
        Range("ActivityRegularization", "[ActivityRegularization(0.1, [|-1|])]", "[ActivityRegularization(0.1, 1)]", "activity_regularization", "l2", "but is -1"),
        Range("Resizing", "[Resizing(14, [|0|])]", "[Resizing(14, 1)]", "resizing", "width", "but is 0"),
        Range("RandomRotation", "[RandomRotation([|36|])]", "[RandomRotation(0.1)]", "random_rotation", "factor", "between -1 and 1", "but is 36"),
        Range("RandomRotationOrder", "[RandomRotation(0.2, [|-0.2|])]", "[RandomRotation(-0.2, 0.2)]",
            "random_rotation", "upper must be at least lower, which is 0.2", "but is -0.2"),
        Range("RandomZoomHeight", "[RandomZoom([|1.5|])]", "[RandomZoom(0.5)]", "random_zoom", "heightFactor", "but is 1.5"),
        Range("RandomZoomWidthOrder", "[RandomZoom(0, 0, 0.3, [|0.2|])]", "[RandomZoom(0, 0, 0.2, 0.3)]", "random_zoom", "widthUpper"),
        Range("RandomTranslation", "[RandomTranslation(0.1, [|-2|])]", "[RandomTranslation(0.1, 0.2)]",
            "random_translation", "widthFactor", "but is -2"),
        Range("RandomTranslationFillValue", "[RandomTranslation(0.1, 0.1, [|FillValue = double.NaN|])]", "[RandomTranslation(0.1, 0.1, FillValue = 1)]",
            "random_translation", "FillValue", "NaN"),
        Range("RandomContrast", "[RandomContrast([|-0.2|])]", "[RandomContrast(0.2)]", "random_contrast", "between 0 and 1", "but is -0.2"),
        Range("RandomContrastUpper", "[RandomContrast(0.2, [|7|])]", "[RandomContrast(0.2, 0.7)]", "random_contrast", "upper", "but is 7"),
        Range("RandomBrightness", "[RandomBrightness([|25|])]", "[RandomBrightness(0.25)]", "random_brightness", "factor", "but is 25"),
        Range("RandomBrightnessRange", "[RandomBrightness(0.2, ValueLow = 1, [|ValueHigh = 1|])]", "[RandomBrightness(0.2, ValueLow = 0, ValueHigh = 1)]",
            "random_brightness", "above ValueLow, which is 1", "but is 1"),
        Range("RandomContrastLow", "[RandomContrast(0.2, [|ValueLow = 300|])]", "[RandomContrast(0.2, ValueLow = 3)]",
            "random_contrast", "below ValueHigh, which is 255", "but is 300"),
        Undefined("FlipMode", "[RandomFlip([|(FlipMode)3|])]", "[RandomFlip((FlipMode)2)]", "random_flip", "(FlipMode)3", "FlipMode.Horizontal"),
        Undefined("FillMode", "[RandomZoom(0.1, [|FillMode = (FillMode)5|])]", "[RandomZoom(0.1, FillMode = FillMode.Reflect)]", "random_zoom", "FillMode"),
        Undefined("RotationInterpolation", "[RandomRotation(0.1, [|Interpolation = (Interpolation)9|])]",
            "[RandomRotation(0.1, Interpolation = Interpolation.Nearest)]", "random_rotation", "Interpolation.Bilinear"),
        Case("CNN107", "NormalizationGroups", """
            [Conv2D(24, 3)]
            [GroupNormalization([|7|])]
            """, """
            [Conv2D(24, 3)]
            [GroupNormalization(8)]
            """,
            "group_normalization: 7 groups do not divide the 24 channels", "28×28×1 → conv2d 26×26×24", "1, 2, 3, 4, 6 or 8"),
        Case("CNN107", "NormalizationDefaultGroups", """
            [Conv2D(24, 3)]
            [[|GroupNormalization|]]
            """, """
            [Conv2D(32, 3)]
            [GroupNormalization]
            """,
            "group_normalization: 32 groups do not divide the 24 channels"),
        Case("CNN115", "BatchNormalizationAxis", "[BatchNormalization([|Axis = 6|])]", "[BatchNormalization(Axis = 3)]",
            "batch_normalization", "Axis must be 1 to 3", "28×28×1", "but is 6"),
        Case("CNN115", "LayerNormalizationAxis", "[LayerNormalization([|5|])]", "[LayerNormalization(3)]",
            "layer_normalization", "axis must be 1 to 3", "but is 5"),
        Case("CNN115", "UnitNormalizationAxis", "[UnitNormalization([|4|])]", "[UnitNormalization(3)]",
            "unit_normalization", "axis must be 1 to 3", "but is 4"),
        Case("CNN115", "NormalizationAxis", "[Normalization([|1, 4|])]", "[Normalization(1, 3)]", "normalization", "axis must be 1 to 3", "but is 4"),
        Case("CNN115", "LayerNormalizationBatchAxis", "[LayerNormalization([|0, 1|])]", "[LayerNormalization(1, 2)]",
            "layer_normalization", "but is 0"),
        Case("CNN115", "GroupNormalizationAxis", "[GroupNormalization(1, [|Axis = -4|])]", "[GroupNormalization(1, Axis = -1)]",
            "group_normalization", "but is -4"),
        Case("CNN115", "SoftmaxAxis", """
            [Flatten]
            [Softmax([|Axis = 2|])]
            """, """
            [Flatten]
            [Softmax(Axis = 1)]
            """,
            "softmax", "1 or -1", "784", "but is 2"),
        Case("CNN115", "PReLUAxes", "[PReLU([|SharedAxes = new[] { 1, 4 }|])]", "[PReLU(SharedAxes = new[] { 1, 2 })]",
            "p_re_lu", "SharedAxes", "but is 4"),
        Case("CNN102", "RepeatVectorOfMap", """
            [Conv2D(12, 3)]
            [[|RepeatVector(3)|]]
            """, """
            [Flatten]
            [RepeatVector(3)]
            """,
            "repeat_vector needs a vector", "26×26×12 comes in", "28×28×1 → conv2d 26×26×12", "[Flatten]"),
        Case("CNN102", "PermuteOfVector", """
            [Flatten]
            [Permute([|2, 1|])]
            """, "[Permute(2, 1, 3)]",
            "permute needs 2 axes", "784 comes in", "[Permute(1)]"),
        Case("CNN102", "SpatialDropoutOfVector", """
            [Flatten]
            [[|SpatialDropout2D(0.2)|]]
            """, """
            [SpatialDropout2D(0.2)]
            [Flatten]
            """,
            "spatial_dropout2d needs a map", "784", "Move it above flatten"),
        Case("CNN102", "SpatialDropout1DOfMap", "[[|SpatialDropout1D(0.2)|]]", "[SpatialDropout2D(0.2)]",
            "spatial_dropout1d needs a sequence of steps and channels", "28×28×1 comes in", "SpatialDropout2D"),
        Case("CNN102", "SpatialDropout3DOfMap", "[[|SpatialDropout3D(0.2)|]]", "[SpatialDropout2D(0.2)]",
            "spatial_dropout3d needs a volume of depth, height, width and channels", "28×28×1 comes in", "SpatialDropout2D"),
        Case("CNN102", "RandomFlipOfVector", """
            [Flatten]
            [[|RandomFlip|]]
            """, """
            [RandomFlip]
            [Flatten]
            """,
            "random_flip needs a map", "784", "Move it above flatten"),
        Case("CNN102", "CenterCropOfVector", """
            [Flatten]
            [[|CenterCrop(2, 2)|]]
            """, """
            [CenterCrop(2, 2)]
            [Flatten]
            """,
            "center_crop needs a map", "784", "Move it above flatten"),
        Case("CNN116", "ReshapeCount", "[Reshape([|10, 87|])]", "[Reshape(8, 98)]",
            "reshape cannot make 10×87 of 28×28×1", "784 values come in, but 870 are wanted", "product 784"),
        Case("CNN116", "ReshapeNotDivisible", """
            [Conv2D(4, 3)]
            [Reshape([|14, -1|])]
            """, """
            [Conv2D(4, 3)]
            [Reshape(13, -1)]
            """,
            "reshape cannot make 14×? of 26×26×4", "2704 values come in, which 14 does not divide",
            "28×28×1 → conv2d 26×26×4", "divides 2704"),
    ];

    private static ErrorCase Range(string name, string wrong, string right, params string[] saying) => Case("CNN104", name, wrong, right, saying);

    private static ErrorCase Undefined(string name, string wrong, string right, params string[] saying) => Case("CNN105", name, wrong, right, saying);

    private static ErrorCase Case(string id, string name, string wrong, string right, params string[] saying) =>
        new(id, name, ErrorCases.Image(wrong), ErrorCases.Image(right), saying);
}
