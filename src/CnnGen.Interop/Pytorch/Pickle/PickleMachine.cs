namespace CnnGen.Interop;

/// <summary>
/// Reads the pickle of a <c>state_dict</c> and runs nothing: it knows the opcodes and the names that such a pickle is made of, and refuses all
/// others.
/// </summary>
internal sealed class PickleMachine(byte[] pickle)
{
    // The pickle of a network with a thousand tensors has some 30,000. Each takes memory that the file does not.
    private const int MaxSteps = 500_000;

    private readonly PickleInput _input = new(pickle);
    private readonly PickleStack _stack = new();
    private readonly Dictionary<int, object?> _memo = [];

    /// <summary>What the pickle is of.</summary>
    public object? Run()
    {
        for (int step = 0; step < MaxSteps; step++)
        {
            var opcode = (Opcode)_input.Byte();
            if (opcode == Opcode.Stop)
            {
                return _stack.Pop();
            }

            Step(opcode);
        }

        throw new FileFault($"its pickle has more than {MaxSteps} steps");
    }

    private void Step(Opcode opcode)
    {
        switch (opcode)
        {
            case Opcode.Proto:
                _input.Skip(1);
                break;
            case Opcode.Frame:
                _input.Skip(sizeof(long));
                break;
            case Opcode.Mark:
                _stack.Mark();
                break;
            case Opcode.BinPut:
                _memo[_input.Byte()] = _stack.Top;
                break;
            case Opcode.LongBinPut:
                _memo[_input.Int32()] = _stack.Top;
                break;
            case Opcode.Memoize:
                _memo[_memo.Count] = _stack.Top;
                break;
            case Opcode.BinGet:
                _stack.Push(Remembered(_input.Byte()));
                break;
            case Opcode.LongBinGet:
                _stack.Push(Remembered(_input.Int32()));
                break;
            default:
                Value(opcode);
                break;
        }
    }

    private void Value(Opcode opcode)
    {
        switch (opcode)
        {
            case Opcode.None:
                _stack.Push(null);
                break;
            case Opcode.NewTrue:
            case Opcode.NewFalse:
                _stack.Push(opcode == Opcode.NewTrue);
                break;
            case Opcode.BinInt:
                _stack.Push((long)_input.Int32());
                break;
            case Opcode.BinInt1:
                _stack.Push((long)_input.Byte());
                break;
            case Opcode.BinInt2:
                _stack.Push((long)_input.UInt16());
                break;
            case Opcode.Long1:
                _stack.Push(_input.Long());
                break;
            case Opcode.BinFloat:
                _stack.Push(_input.Double());
                break;
            case Opcode.BinUnicode:
                _stack.Push(_input.Text(_input.Int32()));
                break;
            case Opcode.ShortBinUnicode:
                _stack.Push(_input.Text(_input.Byte()));
                break;
            default:
                Collection(opcode);
                break;
        }
    }

    private void Collection(Opcode opcode)
    {
        switch (opcode)
        {
            case Opcode.EmptyTuple:
                _stack.Push(Array.Empty<object?>());
                break;
            case Opcode.Tuple1:
            case Opcode.Tuple2:
            case Opcode.Tuple3:
                _stack.Push(_stack.Pop(opcode - Opcode.Tuple1 + 1));
                break;
            case Opcode.Tuple:
                _stack.Push(_stack.PopMarked());
                break;
            case Opcode.EmptyList:
                _stack.Push(new PickleList());
                break;
            case Opcode.Append:
                _stack.Pop();
                _stack.Expect<PickleList>();
                break;
            case Opcode.AppendAll:
                _stack.PopMarked();
                _stack.Expect<PickleList>();
                break;
            case Opcode.EmptyDictionary:
                _stack.Push(new PickleDictionary());
                break;
            case Opcode.SetItem:
                SetItems(_stack.Pop(2));
                break;
            case Opcode.SetItems:
                SetItems(_stack.PopMarked());
                break;
            default:
                Object(opcode);
                break;
        }
    }

    private void Object(Opcode opcode)
    {
        switch (opcode)
        {
            case Opcode.Global:
                Import(_input.Line(), _input.Line());
                break;
            case Opcode.StackGlobal:
                object?[] name = _stack.Pop(2);
                Import(name[0] as string, name[1] as string);
                break;
            case Opcode.BinPersId:
                _stack.Push(PickleCalls.Storage(_stack.Pop()));
                break;
            case Opcode.Reduce:
                object?[] call = _stack.Pop(2);
                _stack.Push(PickleCalls.Result(call[0], call[1]));
                break;
            case Opcode.Build:
                // Attributes of the dictionary, such as the versions of the modules; weights do not depend on them.
                _stack.Pop();
                _stack.Expect<PickleDictionary>();
                break;
            default:
                throw new FileFault(FormattableString.Invariant($"its pickle has the opcode 0x{(byte)opcode:X2}, which no state_dict needs"));
        }
    }

    private void Import(string? module, string? name)
    {
        var global = new PickleGlobal(module ?? "", name ?? "");
        _stack.Push(global.IsKnown
            ? global
            : throw new FileFault($"it would run '{global}', which no state_dict needs; save model.state_dict(), with tensors of numbers, and nothing else"));
    }

    private void SetItems(object?[] items)
    {
        if (items.Length % 2 != 0)
        {
            throw new FileFault("its pickle has a key without a value");
        }

        PickleDictionary dictionary = _stack.Expect<PickleDictionary>();
        for (int i = 0; i < items.Length; i += 2)
        {
            dictionary.Add(items[i], items[i + 1]);
        }
    }

    private object? Remembered(int place) =>
        _memo.TryGetValue(place, out object? value) ? value : throw new FileFault("its pickle asks for something that it has not kept");
}
