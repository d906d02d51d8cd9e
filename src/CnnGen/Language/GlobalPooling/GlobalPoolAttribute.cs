namespace CnnGen;

/// <summary>A layer that makes one value of each channel.</summary>
public abstract class GlobalPoolAttribute : LayerAttribute
{
    private protected GlobalPoolAttribute()
    {
    }

    /// <summary>Whether the other axes stay, as 1. Default: no.</summary>
    public bool KeepDims { get; set; }
}
