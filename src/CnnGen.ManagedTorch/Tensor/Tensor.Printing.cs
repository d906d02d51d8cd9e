using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, element type and device, and the value where there is just one.</summary>
        public override string ToString()
        {
            if (_impl is null) return "";
            var text = $"[{string.Join('x', Impl.Shape)}], type = {dtype}, device = {device}";
            return Impl.Rank > 0 ? text : $"{text}, value = {ValueText()}";
        }

        private string ValueText()
        {
            var value = ReadScalar();
            if (dtype == ScalarType.Bool) return value.Real != 0 ? "True" : "False";
            return dtype == ScalarType.Float32
                ? ((float)value.Real).ToString("G5", CultureInfo.CurrentCulture)
                : dtype == ScalarType.Float64 ? value.Real.ToString("G5", CultureInfo.CurrentCulture) : value.Whole.ToString(CultureInfo.CurrentCulture);
        }
    }
}
