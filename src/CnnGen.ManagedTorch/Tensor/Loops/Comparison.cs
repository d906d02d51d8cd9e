namespace CnnGen.ManagedTorch;

/// <summary>Element-wise comparison of two operands.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
