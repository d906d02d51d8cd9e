using System.Text;

namespace CnnGen.Interop;

/// <summary>The pickle, in protocol 2, of an ordered dictionary of tensors whose values lie in files named by their number.</summary>
internal static class StateDictPickle
{
    public static void Write(Stream stream, IReadOnlyList<Weight> weights)
    {
        using var pickle = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        pickle.Write((byte)Opcode.Proto);
        pickle.Write((byte)2);
        OrderedDictionary(pickle);
        pickle.Write((byte)Opcode.Mark);
        for (int i = 0; i < weights.Count; i++)
        {
            Text(pickle, weights[i].Name);
            Tensor(pickle, weights[i], i);
        }

        pickle.Write((byte)Opcode.SetItems);
        pickle.Write((byte)Opcode.Stop);
    }

    // torch._utils._rebuild_tensor_v2(storage, offset, size, stride, requires_grad, backward_hooks)
    private static void Tensor(BinaryWriter pickle, Weight weight, int number)
    {
        Global(pickle, PickleGlobal.RebuildTensor);
        pickle.Write((byte)Opcode.Mark);
        Storage(pickle, weight, number);
        Number(pickle, 0);
        Numbers(pickle, weight.Shape);
        Numbers(pickle, Strides.Contiguous(weight.Shape));
        pickle.Write((byte)Opcode.NewFalse);
        OrderedDictionary(pickle);
        pickle.Write((byte)Opcode.Tuple);
        pickle.Write((byte)Opcode.Reduce);
    }

    private static void Storage(BinaryWriter pickle, Weight weight, int number)
    {
        pickle.Write((byte)Opcode.Mark);
        Text(pickle, "storage");
        Global(pickle, new PickleGlobal("torch", ElementType.Of(weight).Storage));
        Text(pickle, FormattableString.Invariant($"{number}"));
        Text(pickle, "cpu");
        Number(pickle, weight.Values.Length);
        pickle.Write((byte)Opcode.Tuple);
        pickle.Write((byte)Opcode.BinPersId);
    }

    private static void OrderedDictionary(BinaryWriter pickle)
    {
        Global(pickle, PickleGlobal.OrderedDictionary);
        pickle.Write((byte)Opcode.EmptyTuple);
        pickle.Write((byte)Opcode.Reduce);
    }

    private static void Global(BinaryWriter pickle, PickleGlobal global)
    {
        pickle.Write((byte)Opcode.Global);
        pickle.Write(Encoding.UTF8.GetBytes($"{global.Module}\n{global.Name}\n"));
    }

    private static void Text(BinaryWriter pickle, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        pickle.Write((byte)Opcode.BinUnicode);
        pickle.Write(bytes.Length);
        pickle.Write(bytes);
    }

    private static void Numbers(BinaryWriter pickle, IReadOnlyList<long> numbers)
    {
        pickle.Write((byte)Opcode.Mark);
        foreach (long number in numbers)
        {
            Number(pickle, number);
        }

        pickle.Write((byte)Opcode.Tuple);
    }

    // A dimension or a stride of an array, which has at most two billion values.
    private static void Number(BinaryWriter pickle, long number)
    {
        pickle.Write((byte)Opcode.BinInt);
        pickle.Write(checked((int)number));
    }
}
