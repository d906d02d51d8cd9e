def connect(backend):
    """Join the processes that torchrun has started, if it has; this one's number, of how many."""
    if "RANK" not in os.environ:
        return 0, 1
    dist.init_process_group(backend)
    return dist.get_rank(), dist.get_world_size()


def total(numbers, device):
    """Numbers added up over all processes."""
    sums = torch.tensor(numbers, dtype=torch.float64, device=device)
    if dist.is_initialized():
        dist.all_reduce(sums)
    return sums.tolist()


def from_first(data, device):
    """Bytes that only the first process need have."""
    if not dist.is_initialized():
        return data
    size = torch.tensor([len(data)], device=device)
    dist.broadcast(size, 0)
    if size.item() == 0:
        return b""
    sent = bytearray(data if dist.get_rank() == 0 else size.item())
    tensor = torch.frombuffer(sent, dtype=torch.uint8).to(device)
    dist.broadcast(tensor, 0)
    return ctypes.string_at(tensor.cpu().data_ptr(), size.item())


def share_buffers(network):
    """Give all processes the first one's moving averages."""
    if dist.is_initialized():
        for buffer in network.buffers():
            dist.broadcast(buffer, 0)
