namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where a tensor lives.</summary>
    public class Device
    {
        public DeviceType type { get; }

        /// <summary>Which one of its kind; -1 where there is only one.</summary>
        public int index { get; }

        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var parts = description.Split(':');
            type = ParseType(parts[0]);
            index = parts.Length > 1 ? ParseIndex(parts[1], description) : DefaultIndex(type);
        }

        public Device(string deviceType, int index = -1) : this(ParseType(deviceType), index)
        {
        }

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index < 0 ? DefaultIndex(deviceType) : index;
        }

        /// <summary>The GPU of that number.</summary>
        public Device(int index) : this(DeviceType.CUDA, index)
        {
        }

        public static implicit operator Device(string description) => new(description);

        public override string ToString()
        {
            var name = type.ToString().ToLowerInvariant();
            return index < 0 ? name : $"{name}:{index}";
        }

        private static int DefaultIndex(DeviceType deviceType) => deviceType == DeviceType.CUDA ? 0 : -1;

        private static int ParseIndex(string text, string description) =>
            int.TryParse(text, out var index) && index >= 0
                ? index
                : throw new ArgumentException($"Invalid device string: '{description}'");

        private static DeviceType ParseType(string name) =>
            name.ToLowerInvariant() switch
            {
                "cpu" => DeviceType.CPU,
                "cuda" => DeviceType.CUDA,
                "mps" => DeviceType.MPS,
                "meta" => DeviceType.META,
                _ => throw new ArgumentException($"Invalid device string: '{name}'"),
            };
    }

    /// <summary>The processor: the one device of this backend.</summary>
    public static Device CPU = new(DeviceType.CPU);

    /// <summary>A GPU. Naming it is possible, so that code that asks <see cref="cuda.is_available"/> first compiles; moving to it is not.</summary>
    public static Device CUDA => new(DeviceType.CUDA);

    public static Device device(string description) => new(description);

    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    public static Device device(int index) => new(index);

    internal static void RequireCpu(Device? device)
    {
        if (device is not null) RequireCpu(device.type);
    }

    internal static void RequireCpu(DeviceType type)
    {
        if (type != DeviceType.CPU)
            throw new InvalidOperationException($"{type} is not available: this backend computes on the CPU. Ask torch.cuda.is_available() first.");
    }
}
