using CnnGen.ManagedTorch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public ScalarType dtype => Impl.Type;

        public Device device
        {
            get
            {
                _ = Impl;
                return CPU;
            }
        }

        public DeviceType device_type => device.type;

        public int device_index => device.index;

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_cpu() => device_type == DeviceType.CPU;

        public long ndim => Impl.Rank;

        public long dim() => Impl.Rank;

        public long Dimensions => Impl.Rank;

        public long[] shape => Impl.Shape.AsSpan().ToArray();

        public long[] size() => shape;

        public long size(int dim) => Impl.Shape[Geometry.Dimension(dim, Impl.Rank)];

        public long numel() => Impl.Count;

        public long NumberOfElements => Impl.Count;

        public long ElementSize => Impl.Type.Size();

        public long element_size() => ElementSize;

        /// <summary>Distances between neighbours along each dimension. What comes out of a convolution is channels-last here, so do not rely on PyTorch's.</summary>
        public long[] stride() => Impl.Strides.AsSpan().ToArray();

        public long stride(int dim) => Impl.Strides[Geometry.Dimension(dim, Impl.Rank)];

        public bool is_contiguous() => Impl.IsContiguous;

        public bool is_floating_point() => dtype.IsFloating();

        public bool is_integral() => !is_floating_point();

        public bool is_nonzero() => ToBooleanValue();

        private bool ToBooleanValue() => ReadScalar().Real != 0;
    }
}
