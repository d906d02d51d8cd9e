using CnnGen.ManagedTorch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>All parameters, then all persistent buffers, under their full names.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                foreach (var (key, parameter) in named_parameters()) destination.TryAdd(FullName(prefix, key), parameter);
                foreach (var (key, buffer) in named_buffers(include_nonpersistent: false)) destination.TryAdd(FullName(prefix, key), buffer);
                foreach (var (key, module) in named_children()) module.state_dict(destination, FullName(prefix, key));
                return destination;
            }

            /// <summary>Copies values in. Unless <paramref name="strict"/> is false, the names must be the same on both sides.</summary>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var destination = state_dict();
                bool Skipped(string key) => skip?.Contains(key) ?? false;
                var unexpected = source.Keys.Where(key => !Skipped(key) && !destination.ContainsKey(key)).ToList();
                var missing = destination.Keys.Where(key => !Skipped(key) && !source.ContainsKey(key)).ToList();
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                {
                    throw new InvalidOperationException(
                        "The loaded state_dict is not identical to the target dictionary." + List(" Missing", missing) + List(" Unexpected", unexpected));
                }

                using var noGrad = no_grad();
                foreach (var (key, value) in source)
                {
                    if (Skipped(key) || !destination.TryGetValue(key, out var target)) continue;
                    if (!target.Impl.Shape.AsSpan().SequenceEqual(value.Impl.Shape))
                        throw TorchError.Create(
                            $"size mismatch for {key}: the source has {Geometry.Format(value.Impl.Shape)}, the module {Geometry.Format(target.Impl.Shape)}");
                    target.copy_(value);
                }

                return (missing, unexpected);
            }

            /// <summary>Writes parameters and buffers in TorchSharp's own format.</summary>
            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Closes the stream, as TorchSharp does.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                var entries = sd.Where(entry => !(skip?.Contains(entry.Key) ?? false)).ToList();
                writer.Write7BitEncodedInt64(entries.Count);
                foreach (var (key, value) in entries)
                {
                    writer.Write(key);
                    value.Save(writer);
                }
            }

            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                if (!File.Exists(location)) throw new FileNotFoundException(location);
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            /// <summary>Closes the stream, as TorchSharp does.</summary>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads what <see cref="save(BinaryWriter, IList{string})"/> wrote, here or in TorchSharp.</summary>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                var targets = state_dict();
                var count = reader.Read7BitEncodedInt64();
                if (strict && count != targets.Count)
                    throw new ArgumentException($"Mismatched state_dict sizes: expected {targets.Count}, but found {count} entries.");
                for (var i = 0L; i < count; i++)
                {
                    var key = reader.ReadString();
                    var found = targets.TryGetValue(key, out var target);
                    if (strict && !found)
                        throw new ArgumentException($"Mismatched module state names: the target modules does not have a submodule or buffer named '{key}'");
                    if (found && !(skip?.Contains(key) ?? false)) target!.Load(reader);
                    else TensorExtensionMethods.Load(reader, skip: true).Dispose();
                    loadedParameters?.Add(key, found);
                }

                return this;
            }

            private static string FullName(string? prefix, string key) => string.IsNullOrEmpty(prefix) ? key : $"{prefix}.{key}";

            private static string List(string what, List<string> keys) => keys.Count == 0 ? "" : $"{what}: {string.Join(", ", keys)}.";
        }
    }
}
