namespace TorchSharp.Modules;

/// <summary>One pass over the settings that a kind of optimizer has beside the rates, in the order of TorchSharp's files.</summary>
internal abstract class SettingsPass
{
    /// <param name="own">The setting.</param>
    /// <param name="other">The same setting of the other options; a file's pass has no use for it.</param>
    public abstract void On(ref double? own, double? other);

    /// <inheritdoc cref="On(ref double?, double?)"/>
    public abstract void On(ref bool? own, bool? other);

    /// <summary>Writes each to a file.</summary>
    public sealed class Writing(BinaryWriter writer) : SettingsPass
    {
        public override void On(ref double? own, double? other) => writer.Write(own!.Value);

        public override void On(ref bool? own, bool? other) => writer.Write(own!.Value);
    }

    /// <summary>Reads each from a file.</summary>
    public sealed class Reading(BinaryReader reader) : SettingsPass
    {
        public override void On(ref double? own, double? other) => own = reader.ReadDouble();

        public override void On(ref bool? own, bool? other) => own = reader.ReadBoolean();
    }

    /// <summary>Takes each from the other options.</summary>
    public sealed class Copying : SettingsPass
    {
        public override void On(ref double? own, double? other) => own = other;

        public override void On(ref bool? own, bool? other) => own = other;
    }

    /// <summary>Takes those that are open from the other options.</summary>
    public sealed class Filling : SettingsPass
    {
        public override void On(ref double? own, double? other) => own ??= other;

        public override void On(ref bool? own, bool? other) => own ??= other;
    }
}
