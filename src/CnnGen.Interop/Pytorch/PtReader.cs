using System.IO.Compression;

namespace CnnGen.Interop;

/// <summary>Reads the tensors of a file that <c>torch.save</c> wrote, and believes nothing it says before it is checked.</summary>
internal sealed class PtReader
{
    private const string Pickle = "data.pkl";
    private const int MaxPickle = 8 << 20;
    private static readonly string[] StateNames = ["state_dict", "model_state_dict", "model"];

    private readonly UntrustedArchive _archive;

    public PtReader(Stream stream) => _archive = new UntrustedArchive(stream, hasSums: false);

    /// <summary>The tensors by their names; their values are read later, while the stream is open.</summary>
    public IReadOnlyList<StoredTensor> Tensors()
    {
        string root = _archive.Names.FirstOrDefault(static name => name == Pickle || name.EndsWith($"/{Pickle}", StringComparison.Ordinal))?[..^Pickle.Length]
            ?? throw new FileFault($"it is a zip file without {Pickle}");
        if (_archive.Find($"{root}byteorder") is { } order && _archive.Text(order, 16) == "big")
        {
            throw new FileFault("it was written on a big-endian machine");
        }

        object? content = new PickleMachine(_archive.Bytes(_archive.Find(root + Pickle)!, MaxPickle)).Run();
        return [.. StateDict(content).Items.Select(item => Tensor(item.Key, item.Value, root))];
    }

    private static PickleDictionary StateDict(object? content)
    {
        if (content is not PickleDictionary dictionary)
        {
            throw new FileFault("it holds no dictionary of tensors; save model.state_dict()");
        }

        return dictionary.Items.FirstOrDefault(static item => item.Value is PickleDictionary && StateNames.Contains(item.Key)).Value as PickleDictionary
            ?? dictionary;
    }

    private StoredTensor Tensor(object? key, object? value, string root)
    {
        if (key is not string name || value is not PickleTensor tensor)
        {
            throw new FileFault($"'{key}' in it is not a tensor");
        }

        long count = Count(tensor, name);
        PickleStorage storage = tensor.Storage;
        ZipArchiveEntry entry = _archive.Find($"{root}data/{storage.Key}")
            ?? throw new FileFault($"the values of the tensor '{name}' are missing");
        if (storage.Count > entry.Length / storage.Type.Size)
        {
            throw new FileFault($"the tensor '{name}' should have {storage.Count} values of {storage.Type.Size} bytes, but {entry.Length} bytes are there");
        }

        return new StoredTensor(name, tensor.Shape, storage.Type, () => Values(tensor, entry, (int)count));
    }

    // Checks that all of a tensor lies within its storage, and that no value of it is there for more than one.
    private static long Count(PickleTensor tensor, string name)
    {
        try
        {
            long count = 1;
            long last = tensor.Offset;
            foreach ((long size, long stride) in tensor.Shape.Zip(tensor.Strides))
            {
                count = checked(count * size);
                last = checked(last + (Math.Max(size - 1, 0) * stride));
            }

            if (count == 0 || (count <= tensor.Storage.Count && last < tensor.Storage.Count))
            {
                return count <= Array.MaxLength ? count : throw new FileFault($"the tensor '{name}' has {count} values, but at most {Array.MaxLength} can be held");
            }
        }
        catch (OverflowException)
        {
            // As large as can be: not within its storage.
        }

        throw new FileFault($"the tensor '{name}' of {string.Join('×', tensor.Shape)} does not fit into its storage of {tensor.Storage.Count} values");
    }

    private Array Values(PickleTensor tensor, ZipArchiveEntry entry, int count)
    {
        ElementType type = tensor.Storage.Type;
        if (count == 0 || Strides.AreContiguous(tensor.Shape, tensor.Strides))
        {
            return _archive.Values(entry, type, count == 0 ? 0 : tensor.Offset, count);
        }

        // Only a transposed tensor or the like; its values may lie among others.
        long span = tensor.Shape.Zip(tensor.Strides, static (size, stride) => (size - 1) * stride).Sum() + 1;
        if (span > Math.Min(_archive.Length / type.Size, Array.MaxLength))
        {
            throw new FileFault($"the {count} values of a tensor lie scattered over {span}");
        }

        Array values = _archive.Values(entry, type, tensor.Offset, (int)span);
        return values is long[] whole ? Strides.Gather(whole, tensor.Shape, tensor.Strides) : Strides.Gather((float[])values, tensor.Shape, tensor.Strides);
    }
}
