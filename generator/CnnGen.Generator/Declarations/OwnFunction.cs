namespace CnnGen.Generator.Declarations;

/// <summary>A method of the model's own that [Training] names as a loss or a metric.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fault">What keeps generated code from calling it with two tensors.</param>
internal sealed record OwnFunction(string Name, OwnFunctionFault Fault);

/// <summary>What keeps generated code from calling a method with two tensors.</summary>
internal enum OwnFunctionFault
{
    None,
    Missing,
    NotStatic,
    Generic,
    OtherTypes,
}
