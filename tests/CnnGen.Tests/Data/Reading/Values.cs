namespace CnnGen.Tests;

/// <summary>What is in columns and data sets, as plain numbers.</summary>
internal static class Values
{
    /// <summary>An input's values, all examples, channels first as in a batch.</summary>
    public static float[] Of(Dataset data, int input = 0) => new BatchBuffer(data, data.Count).Fill(0, data.Count).Inputs[input].ToArray();

    public static float[] Of(InputColumn column)
    {
        var values = new float[column.Count * column.Input.Size];
        column.Values.Copy(0, values);
        return values;
    }

    public static long[] LabelsOf(TargetColumn column) => Whole(column).Targets[0].Labels.ToArray();

    public static float[] NumbersOf(TargetColumn column) => Whole(column).Targets[0].Values.ToArray();

    private static Batch Whole(TargetColumn column)
    {
        var data = new Dataset([InputColumn.Of(new DataInput("none", 1), new float[column.Count])], [column]);
        return new BatchBuffer(data, data.Count).Fill(0, data.Count);
    }
}
