namespace CnnGen.Tests;

/// <summary>The six texts that the notebook shows, byte for byte.</summary>
public sealed class NotebookSummaryTests
{
    public static TheoryData<int> Models => [1, 2, 3, 4, 5, 6];

    [Theory]
    [MemberData(nameof(Models))]
    public void Prints_what_the_notebook_shows(int model)
    {
        string expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Summary", "Expected", $"seed{model}.verified.txt"));

        (Build(model) + "\n").ShouldBe(expected);
    }

    [Fact]
    public void Counts_what_the_notebook_counts()
    {
        ModelSummary summary = Build(5);

        summary.TotalParameters.ShouldBe(86666);
        summary.TrainableParameters.ShouldBe(86218);
        summary.NonTrainableParameters.ShouldBe(448);
        summary.OutputShape.ShouldBe([10]);
    }

    internal static ModelSummary Build(int model) => model switch
    {
        1 => Build("sequential_4", firstConvolution: 4, stride: 1, same: false, firstNormalization: -1, flatten: 0, firstDense: 0),
        2 => Build("sequential_5", firstConvolution: 7, stride: 1, same: true, firstNormalization: -1, flatten: 1, firstDense: 2),
        3 => Build("sequential_8", firstConvolution: 12, stride: 1, same: true, firstNormalization: 0, flatten: 2, firstDense: 4),
        4 => Build("sequential_9", firstConvolution: 15, stride: 1, same: true, firstNormalization: 4, flatten: 3, firstDense: 6),
        5 => Build("sequential_11", firstConvolution: 21, stride: 2, same: true, firstNormalization: 12, flatten: 5, firstDense: 10),
        _ => Build("sequential_12", firstConvolution: 24, stride: 2, same: false, firstNormalization: 16, flatten: 6, firstDense: 12),
    };

    private static ModelSummary Build(
        string name, int firstConvolution, int stride, bool same, int firstNormalization, int flatten, int firstDense)
    {
        var rows = new Rows(28, 28, 1);
        for (int i = 0; i < 3; i++)
        {
            rows.Conv(Numbered("conv2d", firstConvolution + i), 32, 3, stride, same);
            Normalize(i);
        }

        rows.Flatten(Numbered("flatten", flatten)).Dense(Numbered("dense", firstDense), 128);
        Normalize(3);
        return rows.Dense(Numbered("dense", firstDense + 1), 10).Build(name);

        void Normalize(int index)
        {
            if (firstNormalization >= 0)
            {
                rows.Normalize(Numbered("batch_normalization", firstNormalization + index));
            }
        }
    }

    private static string Numbered(string name, int number) => number == 0 ? name : $"{name}_{number}";
}
