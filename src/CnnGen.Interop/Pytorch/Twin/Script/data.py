def load_data(folder, split):
    """Inputs and targets of "train" or "test": two lists with a tensor for each input and output.

    The first axis is the examples', the second the channels'. Images are between 0 and 1,
    class indices int64. Read from train.pt and test.pt, {"inputs": [...], "targets": [...]}
    saved with torch.save, or else from MNIST's files. Replace it for other data.
    """
    path = os.path.join(folder, f"{split}.pt")
    if os.path.exists(path):
        data = torch.load(path, weights_only=True)
        return data["inputs"], data["targets"]
    prefix = os.path.join(folder, "train" if split == "train" else "t10k")
    images = read_idx(f"{prefix}-images-idx3-ubyte")
    labels = read_idx(f"{prefix}-labels-idx1-ubyte")
    return [images.unsqueeze(1).float() / 255], [labels.long()]


def read_idx(path):
    """An array of bytes in the IDX format, gzipped or not."""
    opened = open(path, "rb") if os.path.exists(path) else gzip.open(f"{path}.gz", "rb")
    with opened as file:
        data = bytearray(file.read())
    axes = data[3]
    sizes = struct.unpack_from(f">{axes}I", data, 4)
    return torch.frombuffer(data, dtype=torch.uint8, offset=4 + 4 * axes).reshape(sizes)
