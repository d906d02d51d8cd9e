namespace CnnGen;

/// <summary>Columns that <see cref="ModelSummary.ToTable(SummaryColumns)"/> adds to Keras's.</summary>
[Flags]
public enum SummaryColumns
{
    /// <summary>Keras's table as it is.</summary>
    None = 0,

    /// <summary>Multiplications with an addition for one image.</summary>
    MultiplyAdds = 1,

    /// <summary>Memory of the output of one image in float32.</summary>
    ActivationMemory = 2,

    /// <summary>How many pixels of the input a value can depend on, along one side.</summary>
    ReceptiveField = 4,

    /// <summary>All of them.</summary>
    All = MultiplyAdds | ActivationMemory | ReceptiveField,
}
