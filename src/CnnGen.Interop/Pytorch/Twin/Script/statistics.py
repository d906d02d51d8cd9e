class Statistics(nn.Module):
    """Mean and variance of the data, which training does not change."""

    def __init__(self, *sizes):
        super().__init__()
        self.register_buffer("mean", torch.zeros(sizes))
        self.register_buffer("variance", torch.ones(sizes))
        self.register_buffer("count", torch.zeros((), dtype=torch.int64))
