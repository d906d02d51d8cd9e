using CnnGen.ManagedTorch;

namespace TorchSharp;

// How functions of one element are applied. The functions themselves are in Tensor.Math and Tensor.Activations.
public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A kernel over dense float32 memory; float64 goes through the plain function. Whole numbers become float32 first.</summary>
        private unsafe Tensor Map(delegate*<long, float*, float*, void> kernel, Func<double, double> function)
        {
            if (dtype == ScalarType.Float64) return MapEach(function);
            var layout = Impl.Layout;
            using var x = Arranged(layout, Impl.Shape, ScalarType.Float32);
            var result = New(Impl.Shape, ScalarType.Float32, layout);
            kernel(result.Impl.Count, x.Impl.Floats, result.Impl.Floats);
            return result;
        }

        private unsafe Tensor Map(delegate*<long, float*, float, float*, void> kernel, float argument, Func<double, double> function)
        {
            if (dtype == ScalarType.Float64) return MapEach(function);
            var layout = Impl.Layout;
            using var x = Arranged(layout, Impl.Shape, ScalarType.Float32);
            var result = New(Impl.Shape, ScalarType.Float32, layout);
            kernel(result.Impl.Count, x.Impl.Floats, argument, result.Impl.Floats);
            return result;
        }

        /// <summary>A function that is rare enough to be called element by element.</summary>
        private unsafe Tensor MapEach(Func<double, double> function)
        {
            var type = dtype.IsFloating() ? dtype : get_default_dtype();
            var layout = Impl.Layout;
            using var x = Arranged(layout, Impl.Shape, type);
            var result = New(Impl.Shape, type, layout);
            if (type == ScalarType.Float32)
            {
                var source = x.Impl.Floats;
                var target = result.Impl.Floats;
                for (long i = 0; i < x.Impl.Count; i++) target[i] = (float)function(source[i]);
            }
            else
            {
                var source = (double*)x.Impl.Pointer;
                var target = (double*)result.Impl.Pointer;
                for (long i = 0; i < x.Impl.Count; i++) target[i] = function(source[i]);
            }

            return result;
        }

        /// <summary>
        /// A gradient kernel of two dense float32 operands: what comes in, and the saved input or output. What comes in is
        /// overwritten if nobody else can see it.
        /// </summary>
        private static unsafe Tensor Backward(delegate*<long, float*, float*, float*, void> kernel, Tensor gradient, Tensor saved, Func<double, double> slope)
        {
            if (saved.dtype == ScalarType.Float64) return gradient.mul(saved.MapEach(slope));
            var layout = saved.Impl.Layout;
            var result = gradient.Impl.IsUnshared && gradient.Impl.Has(layout) ? gradient : New(saved.Impl.Shape, ScalarType.Float32, layout);
            using var dy = gradient.Arranged(layout);
            using var v = saved.Arranged(layout);
            kernel(result.Impl.Count, dy.Impl.Floats, v.Impl.Floats, result.Impl.Floats);
            return result;
        }

        /// <summary>As above, with a number.</summary>
        private static unsafe Tensor Backward(
            delegate*<long, float*, float*, float, float*, void> kernel, Tensor gradient, Tensor saved, float argument, Func<double, double> slope)
        {
            if (saved.dtype == ScalarType.Float64) return gradient.mul(saved.MapEach(slope));
            var layout = saved.Impl.Layout;
            var result = gradient.Impl.IsUnshared && gradient.Impl.Has(layout) ? gradient : New(saved.Impl.Shape, ScalarType.Float32, layout);
            using var dy = gradient.Arranged(layout);
            using var v = saved.Arranged(layout);
            kernel(result.Impl.Count, dy.Impl.Floats, v.Impl.Floats, argument, result.Impl.Floats);
            return result;
        }
    }
}
