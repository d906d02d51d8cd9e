namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, element type and device; the elements are in <see cref="data{T}"/>.</summary>
        public override string ToString() =>
            _impl is null ? "" : $"[{string.Join('x', Impl.Shape)}], type = {dtype}, device = {device}";
    }
}
