namespace CnnGen.ManagedTorch;

/// <summary>Element-wise arithmetic of two operands.</summary>
internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Maximum,
    Minimum,
    Power,
}
