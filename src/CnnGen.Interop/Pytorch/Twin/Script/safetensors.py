def save_safetensors(state, path):
    """Write a state_dict so that the network's Load in C#, and anybody else, can read it."""
    types = {torch.int64: "I64", torch.float32: "F32"}
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in state.items()}
    header, offset = {"__metadata__": {"format": "pt"}}, 0
    # Wide types first: then every tensor begins at a multiple of its size.
    for name in sorted(tensors, key=lambda name: -tensors[name].element_size()):
        end = offset + tensors[name].numel() * tensors[name].element_size()
        header[name] = {
            "dtype": types[tensors[name].dtype],
            "shape": list(tensors[name].shape),
            "data_offsets": [offset, end],
        }
        offset = end
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for name in list(header)[1:]:
            tensor = tensors[name]
            file.write(ctypes.string_at(tensor.data_ptr(), tensor.numel() * tensor.element_size()))


def load_safetensors(path):
    """Read a state_dict that the network's Save in C#, or save_safetensors, has written."""
    types = {"I64": torch.int64, "F32": torch.float32}
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    header.pop("__metadata__", None)
    state = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        values = bytearray(data[begin:end])
        tensor = torch.frombuffer(values, dtype=types[entry["dtype"]]) if values else torch.empty(0)
        state[name] = tensor.reshape(entry["shape"])
    return state
