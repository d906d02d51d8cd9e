namespace CnnGen.Interop;

/// <summary>How a kind of layer is written with PyTorch.</summary>
internal abstract class TwinLayer
{
    /// <summary>Whether what it is written as depends on the sizes of what comes in, so that calls with other sizes would be written otherwise.</summary>
    public virtual bool DependsOnSizes(LayerCall call) => false;

    /// <summary>Its modules.</summary>
    /// <param name="call">One of its calls.</param>
    /// <param name="input">What comes in.</param>
    /// <param name="output">What comes out.</param>
    public virtual IEnumerable<TwinModule> Modules(LayerCall call, TwinShape input, TwinShape output) => [];

    /// <summary>Writes a call.</summary>
    public abstract void Forward(TwinCall call);
}

/// <summary>A layer that is an expression of what it reads.</summary>
/// <param name="write">Gives the expression.</param>
internal sealed class ExpressionLayer(Func<TwinCall, string> write) : TwinLayer
{
    public override void Forward(TwinCall call) => call.Value = write(call);
}
