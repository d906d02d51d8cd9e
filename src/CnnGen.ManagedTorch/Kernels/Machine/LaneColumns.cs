namespace CnnGen.ManagedTorch.Kernels;

/// <summary>What is done to as many neighbouring columns of a matrix as a vector has lanes.</summary>
internal interface IColumnWork
{
    void At<T>(int column) where T : struct, ILanes<T>;
}

/// <summary>Goes through the columns of a matrix in vectors, at the end in ever narrower ones: 24 columns are 16 and 8, not 16 and 8 × 1.</summary>
internal static class LaneColumns
{
    public static void Each<T, TWork>(int columns, in TWork work) where T : struct, ILanes<T> where TWork : struct, IColumnWork
    {
        int column = 0;
        Whole<T, TWork>(columns, work, ref column);
        if (T.Count > 8) Whole<Lanes256, TWork>(columns, work, ref column);
        if (T.Count > 4) Whole<Lanes128, TWork>(columns, work, ref column);
        Whole<Lanes1, TWork>(columns, work, ref column);
    }

    private static void Whole<T, TWork>(int columns, in TWork work, ref int column) where T : struct, ILanes<T> where TWork : struct, IColumnWork
    {
        for (; column <= columns - T.Count; column += T.Count) work.At<T>(column);
    }
}
