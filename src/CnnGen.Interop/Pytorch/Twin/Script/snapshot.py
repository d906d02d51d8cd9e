def save_snapshot(path, network, optimizer, place):
    """Write everything that training goes on from; the old file stays until the new one is whole."""
    snapshot = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), **place}
    torch.save(snapshot, f"{path}.tmp")
    os.replace(f"{path}.tmp", path)


def load_snapshot(path, rank, device):
    """The snapshot of the first process, whose disk is the only one that need have it; None without."""
    data = b""
    if rank == 0 and os.path.exists(path):
        with open(path, "rb") as file:
            data = file.read()
    data = from_first(data, device)
    # The file is this program's own; weights_only knows no floats before PyTorch 2.
    return torch.load(io.BytesIO(data), map_location=device) if data else None
