namespace CnnGen.Tests;

/// <summary>Models whose tables are known from Keras itself.</summary>
internal static class TableModels
{
    public static IReadOnlyList<KerasRow> Branching { get; } =
    [
        new("input_1", "InputLayer", [32, 32, 3], 0, 0, []),
        new("conv2d", "Conv2D", [32, 32, 32], 896, 896, ["input_1[0][0]"]),
        new("batch_normalization", "BatchNormalization", [32, 32, 32], 128, 64, ["conv2d[0][0]"]),
        new("re_lu", "ReLU", [32, 32, 32], 0, 0, ["batch_normalization[0][0]"]),
        new("conv2d_1", "Conv2D", [32, 32, 32], 9248, 9248, ["re_lu[0][0]"]),
        new("add", "Add", [32, 32, 32], 0, 0, ["conv2d_1[0][0]", "re_lu[0][0]"]),
        new("max_pooling2d", "MaxPooling2D", [16, 16, 32], 0, 0, ["add[0][0]"]),
        new("conv2d_2", "Conv2D", [16, 16, 16], 528, 528, ["max_pooling2d[0][0]"]),
        new("conv2d_3", "Conv2D", [16, 16, 16], 12816, 12816, ["max_pooling2d[0][0]"]),
        new("concatenate", "Concatenate", [16, 16, 64], 0, 0, ["max_pooling2d[0][0]", "conv2d_2[0][0]", "conv2d_3[0][0]"]),
        new("flatten", "Flatten", [16384], 0, 0, ["concatenate[0][0]"]),
        new("dense", "Dense", [1024], 16778240, 16778240, ["flatten[0][0]"]),
        new("dense_1", "Dense", [10], 10250, 10250, ["dense[0][0]"]),
    ];

    public static IReadOnlyList<KerasRow> Nested { get; } =
    [
        new("conv2d", "Conv2D", [28, 28, 32], 320, 320, []),
        new("sequential_1", "Sequential", [13, 13, 32], 9376, 9312, ["conv2d[0][0]"])
        {
            Layers =
            [
                new("conv2d_1", "Conv2D", [26, 26, 32], 9248, 9248, []),
                new("batch_normalization", "BatchNormalization", [26, 26, 32], 128, 64, ["conv2d_1[0][0]"]),
                new("max_pooling2d", "MaxPooling2D", [13, 13, 32], 0, 0, ["batch_normalization[0][0]"]),
            ],
        },
        new("flatten", "Flatten", [5408], 0, 0, ["sequential_1[0][0]"]),
        new("dense", "Dense", [10], 54090, 54090, ["flatten[0][0]"]),
    ];

    /// <summary>A frozen layer that is called on two inputs of different sizes, and a nested model with two outputs.</summary>
    public static IReadOnlyList<KerasRow> Shared { get; } =
    [
        new("left", "InputLayer", [8, 8, 3], 0, 0, []),
        new("right", "InputLayer", [16, 16, 3], 0, 0, []),
        new("features", "Conv2D", [16, 16, 4], 112, 0, ["left[0][0]", "right[0][0]"]) { ShapeVaries = true, Trainable = false },
        new("a_name_that_fits_in_no_column_at_all", "GlobalAveragePooling2D", [4], 0, 0, ["features[0][0]"]),
        new("pool", "GlobalAveragePooling2D", [4], 0, 0, ["features[1][0]"]),
        new("twin", "Functional", [4], 20, 20, ["pool[0][0]", "pool[0][0]"])
        {
            Layers =
            [
                new("input", "InputLayer", [4], 0, 0, []),
                new("inner_dense", "Dense", [4], 20, 20, ["input[0][0]"]),
            ],
        },
        new("add", "Add", [4], 0, 0, ["a_name_that_fits_in_no_column_at_all[0][0]", "twin[0][1]"]),
    ];

    /// <summary>Keras's text.</summary>
    public static string Expected(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Summary", "Expected", $"{name}.verified.txt"));
}
